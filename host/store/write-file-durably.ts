import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileError } from './file-error.ts';

/** Ending of the files that are being written; one that stays behind was its process's last. */
export const temporaryEnding = '.tmp';

/**
 * Replaces a file as a whole: whoever reads it, at whatever moment and after whatever crash, finds the old content or the
 * new one. It is on the disk when this returns. Throws `store.full`, `store.readOnly`, `store.inputOutput`; the old file
 * then stands and nothing else is left.
 */
export function writeFileDurably(path: string, bytes: Uint8Array, { mode }: { readonly mode: number }): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}${temporaryEnding}`;
  try {
    writeNew(temporary, bytes, mode);
    replace(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    remove(temporary);
    throw fileError(error, path);
  }
}

/** What kept the file from being written may keep it from being removed; the first reason is the one to tell. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is found by its ending later.
  }
}

function writeNew(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const attempts = 20;
const pauseMilliseconds = 10;

/** On Windows a scanner that reads the old file for a moment keeps it from being replaced. */
function replace(temporary: string, path: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(temporary, path);
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
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
