import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { fileError } from './file-error.ts';
import { syncFolder } from './write-file-durably.ts';

/** Makes a folder and those above it, each durable in the one above. Throws the errors of `fileError`. */
export function makeFolders(path: string, disk: Disk): void {
  // A link to a folder will do as well; what is no folder at all is told by whoever uses it.
  if (disk.status(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolders(parent, disk);
  try {
    disk.makeFolder(path);
  } catch (error) {
    // Another process may have been faster.
    if (!disk.status(path)) throw fileError(error, path);
  }
  syncFolder(parent, disk);
}
