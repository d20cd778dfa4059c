import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';

/** The little of a file system that durable storing uses, so that a test can put a disk under it that loses power. Errors are the system's. */
export interface Disk {
  /** `wx`: a new file that must not be there. `r`: a file or folder, to be synchronised. */
  open(path: string, flags: 'r' | 'wx', mode?: number): number;
  /** Returns how many bytes were written. */
  write(file: number, bytes: Uint8Array, offset: number): number;
  /** What was written, or for a folder its names, survives the loss of power from here on. */
  sync(file: number): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  /** A file; nothing happens when there is none. */
  remove(path: string): void;
  removeEmptyFolder(path: string): void;
  /** One level, for this user alone; throws `EEXIST`. */
  makeFolder(path: string): void;
  read(path: string): Uint8Array;
  list(folder: string): readonly DiskEntry[];
  /** Of the name itself and not of what a link leads to; undefined when there is none. */
  status(path: string): DiskStatus | undefined;
}

export interface DiskEntry {
  readonly name: string;
  readonly kind: DiskStatus['kind'];
}

export interface DiskStatus {
  /** `other`: a link, a pipe, a device. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Differs when the file was changed or replaced. */
  readonly stamp: string;
  /** Milliseconds since 1970 UTC; absent where nobody knows. */
  readonly modifiedAt?: number;
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
}

export const systemDisk: Disk = {
  open: (path, flags, mode) => openSync(path, flags, mode),
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  removeEmptyFolder: rmdirSync,
  makeFolder(path) {
    mkdirSync(path, { mode: 0o700 });
  },
  read: (path) => readFileSync(path),
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  status(path) {
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (!found) return undefined;
    const { size, mtimeNs, ino } = found;
    const stamp = [mtimeNs, size, ino].join(' ');
    return { kind: kindOf(found), size: Number(size), stamp, modifiedAt: Number(found.mtimeMs) };
  },
};

function kindOf(entry: Kinds): DiskStatus['kind'] {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}
