import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { type Disk, systemDisk } from './disk.ts';
import { fileError } from './file-error.ts';

/** Ending of the files that are being written; one that stays behind was its process's last. */
export const temporaryEnding = '.tmp';

/**
 * Replaces a file as a whole: whoever reads it, at whatever moment and after whatever crash, finds the old content or the
 * new one. It is on the disk when this returns. Throws `store.full`, `store.readOnly`, `store.inputOutput`; the old file
 * then stands and nothing else is left.
 */
export function writeFileDurably(
  path: string,
  bytes: Uint8Array,
  { mode, disk = systemDisk }: { readonly mode: number; readonly disk?: Disk },
): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}${temporaryEnding}`;
  try {
    writeNew(temporary, bytes, { mode, disk });
    replaceFile(temporary, path, disk);
    syncFolder(dirname(path), disk);
  } catch (error) {
    remove(temporary, disk);
    throw fileError(error, path);
  }
}

/** What kept the file from being written may keep it from being removed; the first reason is the one to tell. */
function remove(path: string, disk: Disk): void {
  try {
    disk.remove(path);
  } catch {
    // It is found by its ending later.
  }
}

function writeNew(path: string, bytes: Uint8Array, { mode, disk }: { mode: number; disk: Disk }): void {
  const file = disk.open(path, 'wx', mode);
  try {
    for (let written = 0; written < bytes.length;) written += disk.write(file, bytes, written);
    disk.sync(file);
  } finally {
    disk.close(file);
  }
}

const attempts = 20;
const pauseMilliseconds = 10;

/** On Windows a scanner that reads the old file for a moment keeps it from being replaced. */
export function replaceFile(from: string, to: string, disk: Disk): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      disk.rename(from, to);
      return;
    } catch (error) {
      const busy = process.platform === 'win32' && error instanceof Error && 'code' in error && isBusy(error.code);
      if (!busy || attempt === attempts) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
    }
  }
}

function isBusy(code: unknown): boolean {
  return code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
}

/** Makes the new name itself durable. Windows has no such call for folders: NTFS writes the name with the file's record. */
export function syncFolder(folder: string, disk: Disk): void {
  if (process.platform === 'win32') return;
  const handle = disk.open(folder, 'r');
  try {
    disk.sync(handle);
  } finally {
    disk.close(handle);
  }
}
