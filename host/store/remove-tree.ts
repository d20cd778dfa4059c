import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** Removes a file or a folder with everything in it; a link goes, what it leads to stays. Errors are the system's. */
export function removeTree(path: string, disk: Disk): void {
  if (disk.status(path)?.kind !== 'folder') {
    disk.remove(path);
    return;
  }
  for (const { name } of disk.list(path)) removeTree(join(path, name), disk);
  disk.removeEmptyFolder(path);
}
