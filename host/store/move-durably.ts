import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { fileError } from './file-error.ts';
import { makeFolders } from './make-folders.ts';
import { removeTree } from './remove-tree.ts';
import { replaceFile, syncFolder, writeFileDurably } from './write-file-durably.ts';

/**
 * Gives a file or folder another name; it is there under the new one after whatever crash once this returns. Between two
 * file systems it is copied first and then removed. Throws `store.full`, `store.readOnly`, `store.inputOutput`.
 */
export function moveDurably(from: string, to: string, disk: Disk): void {
  try {
    try {
      replaceFile(from, to, disk);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
      copy(from, to, disk);
      removeTree(from, disk);
    }
    // The new name first: a crash in between may leave both and never none.
    syncFolder(dirname(to), disk);
    if (dirname(from) !== dirname(to)) syncFolder(dirname(from), disk);
  } catch (error) {
    throw fileError(error, from);
  }
}

function copy(from: string, to: string, disk: Disk): void {
  if (disk.status(from)?.kind !== 'folder') {
    writeFileDurably(to, disk.read(from), { mode: 0o600, disk });
    return;
  }
  makeFolders(to, disk);
  for (const { name } of disk.list(from)) copy(join(from, name), join(to, name), disk);
}
