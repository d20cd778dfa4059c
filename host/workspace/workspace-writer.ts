import { join } from 'node:path';
import type { SavedRequest } from '../../shared/model/workspace.ts';
import type { Disk } from '../store/disk.ts';
import { makeFolders } from '../store/make-folders.ts';
import { moveDurably } from '../store/move-durably.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { fileNameOf, freeName } from '../yaml/file-name.ts';
import { baseOf, joined, parentOf } from './child-path.ts';
import { folderBytes, noFolderFile, readFolderFile, type FolderContent, type FolderFile } from './folder-file.ts';
import { namesIn } from './names-in.ts';
import {
  digestOf,
  idByPath,
  requestBytes,
  savedRequest,
  type RequestContent,
  type RequestFile,
} from './request-file.ts';
import { requireRealFolders } from './require-real-folders.ts';
import { collections, deepestFolder, folderFile, requestEnding } from './scan-workspace.ts';
import { stampOf } from './stamp-of.ts';
import { workspaceFile } from './workspace-folder.ts';
import { intoItself, tooDeep, unknownFolder, unusableTitle } from './workspace-refusals.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** Workspace files are for git and for others: their rights are those of any file a user makes. */
export const fileMode = 0o644;

/** What the API takes as the path of a folder. */
const longestPath = 1000;
const roomForName = 100;

/** The steps of which changes are made; each is on the disk when it returns. Paths stand below `collections`. */
export interface WorkspaceWriter {
  /** Where a file or folder may be written; what it lies in is made when it is not there. Throws `workspace.link`. */
  placeToWrite(path: string): string;
  writeRequest(path: string, content: RequestContent, document?: RequestFile['document']): SavedRequest;
  /** What stands in the folder's file as it is now is kept but for what `change` gives. */
  writeFolder(path: string, change: (file: FolderFile) => Partial<FolderContent> | undefined): void;
  /** Changes the order by hand of a folder that has one; nothing is written when nothing changes. */
  reorder(path: string, change: (names: readonly string[]) => readonly string[]): void;
  /** Keeps the folder, gives another name, and keeps the place in an order by hand. */
  rename(from: string, to: string): void;
  /** Returns the new path. Throws `folder.intoItself`, `folder.tooDeep`. */
  moveTo(path: string, destination: Destination): string;
  /** A path that nothing has; the title's own when it is free. Throws `workspace.name`. */
  freePath(parent: string, named: { readonly title: string; readonly ending: string; readonly but?: string }): string;
  /** The name, or the name with a number when it is taken. */
  freeBeside(parent: string, name: string): string;
  /** For a folder in another one, with everything in it. Throws `folder.tooDeep`. */
  requireRoom(parent: string, moved?: string): void;
}

interface Destination {
  readonly folder: string;
  /** A request's id or a folder's path; the end when absent. */
  readonly before?: string | undefined;
}

interface WriterOptions {
  readonly folder: string;
  readonly disk: Disk;
  readonly view: WorkspaceView;
}

export function createWorkspaceWriter({ folder, disk, view }: WriterOptions): WorkspaceWriter {
  const { look, lookAgain, placeOf, requireFolder } = view;

  function placeToWrite(path: string): string {
    const parent = parentOf(path);
    requireRealFolders([folder, collections, ...(parent === '' ? [] : parent.split('/'))], disk);
    makeFolders(placeOf(parent), disk);
    return placeOf(path);
  }

  function writeRequest(path: string, content: RequestContent, document?: RequestFile['document']): SavedRequest {
    const bytes = requestBytes(document, content);
    writeFileDurably(placeToWrite(path), bytes, { mode: fileMode, disk });
    lookAgain();
    const id = content.id ?? idByPath(path);
    return savedRequest(content, { id, path, digest: digestOf(bytes) });
  }

  /** `but`: the name of what is to be renamed, which may keep it. */
  function takenIn(parent: string, but?: string): (name: string) => boolean {
    const others = namesIn(placeOf(parent), disk).filter((name) => name !== but);
    // `folder.yaml` says something of the folder itself.
    const names = new Set([folderFile, ...others.map((name) => name.toLowerCase())]);
    return (name) => names.has(name.toLowerCase());
  }

  function freeBeside(parent: string, name: string): string {
    const ending = name.endsWith(requestEnding) ? requestEnding : '';
    const isTaken = takenIn(parent);
    const free = freeName(name.slice(0, name.length - ending.length), (one) => isTaken(`${one}${ending}`));
    return joined(parent, `${free}${ending}`);
  }

  function freePath(
    parent: string,
    { title, ending, but }: { readonly title: string; readonly ending: string; readonly but?: string },
  ): string {
    const name = fileNameOf(title);
    if (name === undefined) throw unusableTitle(title);
    const isTaken = takenIn(parent, but);
    return joined(parent, `${freeName(name, (one) => isTaken(`${one}${ending}`))}${ending}`);
  }

  /** Of a folder in another one, with everything in it. */
  function requireRoom(parent: string, moved?: string): void {
    const inside = moved === undefined ? [] : [...look().folders.keys()].filter((one) => one.startsWith(`${moved}/`));
    const below = inside.map((one) => one.slice(moved?.length).split('/').length - 1);
    const depth = (parent === '' ? 0 : parent.split('/').length) + 1 + Math.max(0, ...below);
    if (depth > deepestFolder || parent.length > longestPath - roomForName) throw tooDeep(parent);
  }

  const folderFileOf = (path: string): string =>
    path === '' ? join(folder, workspaceFile) : placeToWrite(joined(path, folderFile));

  /** As it is now; others may have changed it since the last look. One that cannot be read is not written over. */
  function readFolder(path: string): FolderFile {
    requireFolder(path);
    if (path !== '' && !disk.status(placeOf(path))) throw unknownFolder(path);
    const own = folderFileOf(path);
    const shown = path === '' ? workspaceFile : joined(path, folderFile);
    return stampOf(own, disk) === undefined ? noFolderFile : readFolderFile(own, { disk, shown });
  }

  function writeFolder(path: string, change: (file: FolderFile) => Partial<FolderContent> | undefined): void {
    const file = readFolder(path);
    const changed = change(file);
    if (!changed) return;
    const bytes = folderBytes(file.document, { ...file, ...changed });
    writeFileDurably(folderFileOf(path), bytes, { mode: fileMode, disk });
    lookAgain();
  }

  function reorder(path: string, change: (names: readonly string[]) => readonly string[]): void {
    writeFolder(path, ({ order }) => {
      const changed = order && change(order);
      return changed && changed.join('\n') !== order.join('\n') ? { order: changed } : undefined;
    });
  }

  /** Puts a name in front of another child, or at the end, and so makes an order where there was none. */
  function place(name: string, { folder: parent, before }: Destination): void {
    const { names } = requireFolder(parent);
    const others = names.filter((other) => other !== name);
    const target = before === undefined ? -1 : others.indexOf(nameOf(before));
    const order = target === -1 ? [...others, name] : others.toSpliced(target, 0, name);
    writeFolder(parent, (file) => (file.order || order.join('\n') !== names.join('\n') ? { order } : undefined));
  }

  /** File or folder name of a request's id or a folder's path. */
  function nameOf(child: string): string {
    return baseOf(look().requests.get(child)?.path ?? child);
  }

  function rename(from: string, to: string): void {
    if (from === to) return;
    moveDurably(placeToWrite(from), placeToWrite(to), disk);
    lookAgain();
    reorder(parentOf(to), (names) => names.map((name) => (name === baseOf(from) ? baseOf(to) : name)));
  }

  function moveTo(path: string, destination: Destination): string {
    const { folder: parent } = destination;
    // Its order is written after the move, and what cannot be written is told before.
    readFolder(parent);
    const isFolder = look().folders.has(path);
    if (isFolder && (parent === path || parent.startsWith(`${path}/`))) throw intoItself(path);
    if (isFolder) requireRoom(parent, path);
    let to = path;
    if (parentOf(path) !== parent) {
      to = freeBeside(parent, baseOf(path));
      moveDurably(placeToWrite(path), placeToWrite(to), disk);
      lookAgain();
      reorder(parentOf(path), (names) => names.filter((one) => one !== baseOf(path)));
    }
    place(baseOf(to), destination);
    return to;
  }

  return {
    placeToWrite,
    writeRequest,
    writeFolder,
    reorder,
    rename,
    moveTo,
    freePath,
    freeBeside,
    requireRoom,
  };
}
