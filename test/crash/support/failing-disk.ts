import { dirname } from 'node:path';
import type { Disk, DiskEntry } from '../../../host/store/disk.ts';

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** Mulberry32: small, quick, and good enough to choose moments. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The power is gone: nothing works any more. */
export class PowerLoss extends Error {}

interface FileNode {
  readonly kind: 'file';
  /** What survives the loss of power for certain. */
  durable: Uint8Array;
  written: Uint8Array;
  changes: number;
}

interface FolderNode {
  readonly kind: 'folder';
  readonly names: Map<string, Node>;
}

type Node = FileNode | FolderNode;

/** A change of names that may not have reached the disk yet. A rename is one change of both its folders, as journals have it. */
interface NameChange {
  readonly folders: readonly FolderNode[];
  readonly apply: () => void;
}

const sector = 512;

export interface FailingDiskOptions {
  /** Operation at which the power goes, counted from 1. */
  readonly losesPowerAt?: number;
}

/**
 * A disk in memory that keeps for certain only what was synchronised. `afterPowerLoss` gives one of the disks that could
 * be found then: of every file that was not synchronised some sectors are old, some new, some zero, and its length is
 * either; of the changes of names that were not, any may be missing.
 */
export class FailingDisk implements Disk {
  /** As the program sees it. */
  readonly #seen: FolderNode = { kind: 'folder', names: new Map() };
  /** As it is found after the loss of power, before what was not synchronised is decided upon. */
  readonly #kept: FolderNode = { kind: 'folder', names: new Map() };
  /** Counterparts of the folders that are seen. */
  readonly #counterpart = new Map<FolderNode, FolderNode>([[this.#seen, this.#kept]]);
  #pending: NameChange[] = [];
  readonly #handles = new Map<number, Node>();
  #lastHandle = 2;
  #operations = 0;
  #losesPowerAt: number;

  constructor({ losesPowerAt = Number.POSITIVE_INFINITY }: FailingDiskOptions = {}) {
    this.#losesPowerAt = losesPowerAt;
  }

  get operations(): number {
    return this.#operations;
  }

  losePowerAt(operation: number): void {
    this.#losesPowerAt = operation;
  }

  open(path: string, flags: 'r' | 'wx'): number {
    this.#count();
    const handle = (this.#lastHandle += 1);
    if (flags === 'r') {
      this.#handles.set(handle, this.#node(path));
      return handle;
    }
    const [folder, name] = this.#place(path);
    if (folder.names.has(name)) throw failure('EEXIST', path);
    const file: FileNode = { kind: 'file', durable: new Uint8Array(), written: new Uint8Array(), changes: 0 };
    this.#change(
      [folder],
      () => folder.names.set(name, file),
      (kept) => kept(folder)?.names.set(name, file),
    );
    this.#handles.set(handle, file);
    return handle;
  }

  write(handle: number, bytes: Uint8Array, offset: number): number {
    this.#count();
    const file = this.#file(handle);
    const written = new Uint8Array(Math.max(file.written.length, bytes.length));
    written.set(file.written);
    written.set(bytes.subarray(offset), offset);
    file.written = written;
    file.changes += 1;
    return bytes.length - offset;
  }

  sync(handle: number): void {
    this.#count();
    const node = this.#handles.get(handle);
    if (!node) throw failure('EBADF', String(handle));
    if (node.kind === 'file') {
      node.durable = node.written.slice();
      return;
    }
    const [now, later] = [[] as NameChange[], [] as NameChange[]];
    for (const change of this.#pending) (change.folders.includes(node) ? now : later).push(change);
    for (const change of now) change.apply();
    this.#pending = later;
  }

  close(handle: number): void {
    this.#handles.delete(handle);
  }

  rename(from: string, to: string): void {
    this.#count();
    const [source, oldName] = this.#place(from);
    const [target, newName] = this.#place(to);
    const node = source.names.get(oldName);
    if (!node) throw failure('ENOENT', from);
    this.#change(
      [source, target],
      () => {
        source.names.delete(oldName);
        target.names.set(newName, node);
      },
      (kept) => {
        const [oldFolder, newFolder] = [kept(source), kept(target)];
        const moved = oldFolder?.names.get(oldName);
        if (!oldFolder || !newFolder || !moved) return;
        oldFolder.names.delete(oldName);
        newFolder.names.set(newName, moved);
      },
    );
  }

  remove(path: string): void {
    this.#count();
    const [folder, name] = this.#place(path);
    if (!folder.names.has(name)) return;
    this.#change(
      [folder],
      () => folder.names.delete(name),
      (kept) => kept(folder)?.names.delete(name),
    );
  }

  removeEmptyFolder(path: string): void {
    const node = this.#node(path);
    if (node.kind === 'folder' && node.names.size > 0) throw failure('ENOTEMPTY', path);
    this.remove(path);
  }

  makeFolder(path: string): void {
    this.#count();
    const [folder, name] = this.#place(path);
    if (folder.names.has(name)) throw failure('EEXIST', path);
    const made: FolderNode = { kind: 'folder', names: new Map() };
    const counterpart: FolderNode = { kind: 'folder', names: new Map() };
    this.#counterpart.set(made, counterpart);
    this.#change(
      [folder],
      () => folder.names.set(name, made),
      (kept) => kept(folder)?.names.set(name, counterpart),
    );
  }

  read(path: string): Uint8Array {
    const node = this.#node(path);
    if (node.kind === 'folder') throw failure('EISDIR', path);
    return node.written;
  }

  list(folder: string): readonly DiskEntry[] {
    const node = this.#node(folder);
    if (node.kind === 'file') throw failure('ENOTDIR', folder);
    return [...node.names].map(([name, { kind }]) => ({ name, kind }));
  }

  status(path: string) {
    this.#requirePower();
    const node = this.#find(path);
    if (!node) return undefined;
    return node.kind === 'folder'
      ? { kind: node.kind, size: 0, stamp: '' }
      : { kind: node.kind, size: node.written.length, stamp: `${idOf(node)} ${node.changes}` };
  }

  afterPowerLoss(random: Random): FailingDisk {
    for (const change of this.#pending) if (random() < 0.5) change.apply();
    this.#pending = [];
    const found = new FailingDisk();
    copyInto(this.#kept, { seen: found.#seen, kept: found.#kept, random, counterpart: found.#counterpart });
    return found;
  }

  /** A disk with the same content, everything on it synchronised. */
  copy(): FailingDisk {
    const made = new FailingDisk();
    copyInto(this.#seen, { seen: made.#seen, kept: made.#kept, random: undefined, counterpart: made.#counterpart });
    return made;
  }

  #count(): void {
    this.#requirePower();
    this.#operations += 1;
    if (this.#operations >= this.#losesPowerAt) throw new PowerLoss();
  }

  #requirePower(): void {
    if (this.#operations >= this.#losesPowerAt) throw new PowerLoss();
  }

  #change(
    folders: readonly FolderNode[],
    seen: () => void,
    kept: (counterpart: (folder: FolderNode) => FolderNode | undefined) => void,
  ): void {
    seen();
    this.#pending.push({ folders, apply: () => kept((folder) => this.#counterpart.get(folder)) });
  }

  #file(handle: number): FileNode {
    const node = this.#handles.get(handle);
    if (node?.kind !== 'file') throw failure('EBADF', String(handle));
    return node;
  }

  #find(path: string): Node | undefined {
    let node: Node = this.#seen;
    for (const name of path.split('/').filter(Boolean)) {
      const next: Node | undefined = node.kind === 'folder' ? node.names.get(name) : undefined;
      if (!next) return undefined;
      node = next;
    }
    return node;
  }

  #node(path: string): Node {
    this.#requirePower();
    const node = this.#find(path);
    if (!node) throw failure('ENOENT', path);
    return node;
  }

  #place(path: string): readonly [FolderNode, string] {
    const folder = this.#node(dirname(path));
    if (folder.kind !== 'folder') throw failure('ENOTDIR', path);
    return [folder, path.slice(path.lastIndexOf('/') + 1)];
  }
}

interface Copying {
  readonly seen: FolderNode;
  readonly kept: FolderNode;
  /** Undefined: as it is. */
  readonly random: Random | undefined;
  readonly counterpart: Map<FolderNode, FolderNode>;
}

function copyInto(from: FolderNode, { seen, kept, random, counterpart }: Copying): void {
  for (const [name, node] of from.names) {
    if (node.kind === 'file') {
      const written = random ? torn(node, random) : node.written;
      const file: FileNode = { kind: 'file', durable: written, written, changes: 0 };
      seen.names.set(name, file);
      kept.names.set(name, file);
    } else {
      const [folder, other]: FolderNode[] = [1, 2].map(() => ({ kind: 'folder', names: new Map() }));
      if (!folder || !other) return;
      counterpart.set(folder, other);
      seen.names.set(name, folder);
      kept.names.set(name, other);
      copyInto(node, { seen: folder, kept: other, random, counterpart });
    }
  }
}

/** What could be found of a file: every sector old, new or zero where the two differ. */
function torn({ durable, written }: FileNode, random: Random): Uint8Array {
  if (durable.length === written.length && durable.every((byte, index) => byte === written[index])) return durable;
  const length = random() < 0.5 ? durable.length : written.length;
  const found = new Uint8Array(length);
  for (let start = 0; start < length; start += sector) {
    const choice = random();
    const source = choice < 0.4 ? written : choice < 0.8 ? durable : new Uint8Array();
    found.set(source.subarray(start, Math.min(start + sector, length)), start);
  }
  return found;
}

const ids = new WeakMap<object, number>();
let lastId = 0;

function idOf(node: object): number {
  const id = ids.get(node) ?? (lastId += 1);
  ids.set(node, id);
  return id;
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
