import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Bilingual } from '../../shared/bilingual.ts';
import type { RequestFolder, RequestSummary, SavedRequest } from '../../shared/model/workspace.ts';
import { fileNameOf, freeName } from '../yaml/file-name.ts';
import { type Disk, systemDisk } from '../store/disk.ts';
import { makeFolders } from '../store/make-folders.ts';
import { moveDurably } from '../store/move-durably.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { createChangeSignal } from './change-signal.ts';
import { folderBytes, noFolderFile, readFolderFile, type FolderContent, type FolderFile } from './folder-file.ts';
import { isTemporary } from './is-temporary.ts';
import { namesIn } from './names-in.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { digestOf, idByPath, newRequestId, readRequestFile, requestBytes, savedRequest } from './request-file.ts';
import type { RequestContent, RequestFile } from './request-file.ts';
import {
  collections,
  createScanMemory,
  deepestFolder,
  folderFile,
  requestEnding,
  scanWorkspace,
  type Scan,
  type ScannedFolder,
} from './scan-workspace.ts';
import { stampOf } from './stamp-of.ts';
import { openTrash } from './trash.ts';
import { watchFolder } from './watch-workspace.ts';
import { workspaceFile } from './workspace-folder.ts';
import {
  changedOnDisk,
  exists,
  intoItself,
  tooDeep,
  unknownFolder,
  unknownRequest,
  unusableTitle,
} from './workspace-refusals.ts';
import type { WorkspaceFiles, WorkspaceStore } from './workspace-service.ts';

export interface WorkspaceStoreOptions {
  readonly folder: string;
  /** Folder for what is removed, outside the workspace. */
  readonly trash: string;
  readonly disk?: Disk;
  /** Notices what others change. Without, every look reads what is there. */
  readonly watch?: boolean;
}

/** Workspace files are for git and for others: their rights are those of any file a user makes. */
const fileMode = 0o644;

/** What the API takes as the path of a folder. */
const longestPath = 1000;
const roomForName = 100;

/** See `WorkspaceStore`. */
export function openWorkspaceStore({
  folder,
  trash: trashFolder,
  disk = systemDisk,
  watch = false,
}: WorkspaceStoreOptions): WorkspaceStore {
  const memory = createScanMemory();
  const signal = createChangeSignal();
  const trash = openTrash({ folder: trashFolder, disk });
  trash.clean();
  let scan: Scan | undefined;
  let lastSeen = '';
  let environmentsSeen = '';

  const look = (): Scan => (scan = watch && scan ? scan : scanWorkspace(folder, { disk, memory }));

  function lookAgain(): void {
    scan = undefined;
    const seen = fingerprint(look());
    const environments = stampsOf(join(folder, 'environments'), disk);
    if (seen === lastSeen && environments === environmentsSeen) return;
    lastSeen = seen;
    environmentsSeen = environments;
    signal.bump();
  }

  lastSeen = fingerprint(look());
  environmentsSeen = stampsOf(join(folder, 'environments'), disk);
  const watcher = watch ? watchFolder(folder, lookAgain) : undefined;

  const placeOf = (path: string): string => join(folder, collections, path);
  removeLeftovers([folder, join(folder, 'environments'), ...[...look().folders.keys()].map(placeOf)], { disk });

  function requireFolder(path: string): ScannedFolder {
    const found = look().folders.get(path);
    if (!found) throw unknownFolder(path);
    return found;
  }

  /** As the file is now, whatever the last look saw. */
  function readRequest(id: string): RequestFile & { readonly path: string } {
    const { path } = look().requests.get(id) ?? lookForRequest(id);
    if (stampOf(placeOf(path), disk) !== undefined) {
      const file = readRequestFile(placeOf(path), { disk, shown: path });
      if (file.id === id || id === idByPath(path)) return { ...file, path };
    }
    // Others moved it, or put another request in its place, and the watch has not told yet.
    const { path: now } = lookForRequest(id);
    return { ...readRequestFile(placeOf(now), { disk, shown: now }), path: now };
  }

  /** It may have been moved since the last look. */
  function lookForRequest(id: string): RequestSummary {
    lookAgain();
    const found = look().requests.get(id);
    if (!found) throw unknownRequest(id);
    return found;
  }

  function writeRequest(path: string, content: RequestContent, document?: RequestFile['document']): SavedRequest {
    const bytes = requestBytes(document, content);
    writeFileDurably(placeOf(path), bytes, { mode: fileMode, disk });
    lookAgain();
    const id = content.id ?? idByPath(path);
    return savedRequest(content, { id, path, digest: digestOf(bytes) });
  }

  /** A file that was known by its place gets an id of its own when it is written. */
  function ownId(request: RequestFile, id: string): string {
    return request.id !== undefined && request.id === id ? id : newRequestId();
  }

  /** `but`: the name of what is to be renamed, which may keep it. */
  function takenIn(parent: string, but?: string): (name: string) => boolean {
    const others = namesIn(placeOf(parent), disk).filter((name) => name !== but);
    // `folder.yaml` says something of the folder itself.
    const names = new Set([folderFile, ...others.map((name) => name.toLowerCase())]);
    return (name) => names.has(name.toLowerCase());
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

  const folderFileOf = (path: string) =>
    path === '' ? join(folder, workspaceFile) : placeOf(joined(path, folderFile));

  /** One that could not be read is not written over: reading it says why. */
  function requireFolderFile(path: string): FolderFile {
    const { file } = requireFolder(path);
    const shown = path === '' ? workspaceFile : joined(path, folderFile);
    const own = folderFileOf(path);
    return file === noFolderFile && stampOf(own, disk) !== undefined ? readFolderFile(own, { disk, shown }) : file;
  }

  function writeFolder(path: string, change: Partial<FolderContent>): void {
    const file = requireFolderFile(path);
    const own = folderFileOf(path);
    try {
      writeFileDurably(own, folderBytes(file.document, { ...file, ...change }), { mode: fileMode, disk });
    } finally {
      // The document was changed along, whether it was written or not.
      memory.folderFiles.delete(own);
      lookAgain();
    }
  }

  /** Changes the list of a folder that has one; nothing is written when nothing changes. */
  function reorder(path: string, change: (names: readonly string[]) => readonly string[]): void {
    const { file } = requireFolder(path);
    const { order } = file;
    if (!order) return;
    const changed = change(order);
    if (changed.join('\n') !== order.join('\n')) writeFolder(path, { order: changed });
  }

  /** Puts a name in front of another child, or at the end, and so makes an order where there was none. */
  function place(
    name: string,
    { in: parent, before }: { readonly in: string; readonly before: string | undefined },
  ): void {
    const { names } = requireFolder(parent);
    const others = names.filter((other) => other !== name);
    const target = before === undefined ? -1 : others.indexOf(nameOf(before));
    const order = target === -1 ? [...others, name] : others.toSpliced(target, 0, name);
    if (order.join('\n') !== names.join('\n') || requireFolder(parent).file.order) writeFolder(parent, { order });
  }

  /** File or folder name of a request's id or a folder's path. */
  function nameOf(child: string): string {
    return baseOf(look().requests.get(child)?.path ?? child);
  }

  function rename(from: string, to: string): void {
    if (from === to) return;
    moveDurably(placeOf(from), placeOf(to), disk);
    lookAgain();
    reorder(parentOf(to), (names) => names.map((name) => (name === baseOf(from) ? baseOf(to) : name)));
  }

  function moveTo(
    path: string,
    { folder: parent, before }: { readonly folder: string; readonly before?: string | undefined },
  ): string {
    // Its order is written after the move, and what cannot be written is told before.
    requireFolderFile(parent);
    const isFolder = look().folders.has(path);
    if (isFolder && (parent === path || parent.startsWith(`${path}/`))) throw intoItself(path);
    if (isFolder) requireRoom(parent, path);
    let to = path;
    if (parentOf(path) !== parent) {
      const ending = isFolder ? '' : requestEnding;
      const isTaken = takenIn(parent);
      const name = freeName(baseOf(path).slice(0, baseOf(path).length - ending.length), (one) =>
        isTaken(`${one}${ending}`),
      );
      to = joined(parent, `${name}${ending}`);
      moveDurably(placeOf(path), placeOf(to), disk);
      lookAgain();
      reorder(parentOf(path), (names) => names.filter((one) => one !== baseOf(path)));
    }
    place(baseOf(to), { in: parent, before });
    return to;
  }

  /** Title of a folder as its file has to say it: not at all when the folder's name says the same. */
  const ownTitle = (title: string, path: string) => (baseOf(path) === title ? undefined : { zh: title, en: title });

  const store: WorkspaceStore = {
    read(): WorkspaceFiles {
      const { top, root, problems } = look();
      const name = folder.slice(Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')) + 1);
      const { revision } = signal;
      return { revision, title: top.title ?? { zh: name, en: name }, folder, variables: top.variables, root, problems };
    },
    folder: (path) => look().folders.get(path)?.folder,
    summary: (id) => look().requests.get(id),
    folderVariables(path) {
      const { folders } = look();
      const scopes: RequestFolder['variables'][] = [];
      // The variables of the topmost folder are the workspace's own.
      for (let one = path; one !== ''; one = parentOf(one)) scopes.push(folders.get(one)?.folder.variables ?? {});
      return scopes;
    },
    changed: signal.changed,
    async close() {
      await watcher?.close();
      signal.close();
    },

    request(id) {
      const { path, ...file } = readRequest(id);
      return savedRequest(file, { id, path, digest: file.digest });
    },
    createRequest({ folder: parent, title, note, call }) {
      requireFolder(parent);
      makeFolders(placeOf(parent), disk);
      const path = freePath(parent, { title, ending: requestEnding });
      const words = { zh: title, en: title };
      const content = {
        id: newRequestId(),
        title: words,
        note: note === '' ? undefined : { zh: note, en: note },
        call,
      };
      const saved = writeRequest(path, content);
      reorder(parent, (names) => [...names, baseOf(path)]);
      return saved;
    },
    saveRequest({ id, call, base }) {
      const { path, document, digest, ...request } = readRequest(id);
      if (base !== undefined && base !== digest) throw changedOnDisk(path);
      return writeRequest(path, { ...request, id: ownId({ ...request, document, digest }, id), call }, document);
    },
    describeRequest({ id, title, note }) {
      const { path, document, ...request } = readRequest(id);
      const renames = title !== undefined && !says(request.title, title);
      const to = renames ? freePath(parentOf(path), { title, ending: requestEnding, but: baseOf(path) }) : path;
      const content: RequestContent = {
        ...request,
        id: ownId({ ...request, document }, id),
        ...(renames && { title: { zh: title, en: title } }),
        ...(note !== undefined &&
          !says(request.note, note) && { note: note === '' ? undefined : { zh: note, en: note } }),
      };
      const written = writeRequest(path, content, document);
      rename(path, to);
      return { ...written, path: to };
    },
    moveRequest({ id, ...destination }) {
      const { path } = readRequest(id);
      const to = moveTo(path, destination);
      const moved = [...look().requests.values()].find((one) => one.path === to);
      if (!moved) throw unknownRequest(id);
      return moved;
    },
    duplicateRequest(id) {
      const { path, document, title, note, call } = readRequest(id);
      const parent = parentOf(path);
      const copy = { zh: `${title.zh} 副本`, en: title.en === title.zh ? `${title.en} 副本` : `${title.en} copy` };
      const to = freePath(parent, { title: copy.zh, ending: requestEnding });
      const saved = writeRequest(to, { id: newRequestId(), title: copy, note, call }, document);
      // Beside an original that is in no order by hand it stands by its name.
      reorder(parent, (names) => names.flatMap((name) => (name === baseOf(path) ? [name, baseOf(to)] : [name])));
      return saved;
    },
    removeRequest(id) {
      const { path } = readRequest(id);
      const removal = trash.take(placeOf(path), path);
      lookAgain();
      return { removal };
    },

    createFolder({ parent, title }) {
      requireFolder(parent);
      requireRoom(parent);
      const path = freePath(parent, { title, ending: '' });
      makeFolders(placeOf(path), disk);
      lookAgain();
      const words = ownTitle(title, path);
      if (words) writeFolder(path, { title: words });
      reorder(parent, (names) => [...names, baseOf(path)]);
      return { path };
    },
    describeFolder({ path, title, note, variables }) {
      if (path === '') throw unknownFolder(path);
      const { file, folder: known } = requireFolder(path);
      const renames = title !== undefined && !says(known.title, title);
      const to = renames ? freePath(parentOf(path), { title, ending: '', but: baseOf(path) }) : path;
      const change: Partial<FolderContent> = {
        ...(renames && { title: ownTitle(title, to) }),
        ...(note !== undefined &&
          !says(known.note, note) && { note: note === '' ? undefined : { zh: note, en: note } }),
        ...(variables && { variables }),
      };
      // Git keeps no empty folder, and no empty file is made to say nothing.
      if (file.document || change.title || change.note || variables) writeFolder(path, change);
      rename(path, to);
      return { path: to };
    },
    moveFolder({ path, ...destination }) {
      if (path === '') throw intoItself(path);
      requireFolder(path);
      return { path: moveTo(path, destination) };
    },
    removeFolder(path) {
      if (path === '') throw unknownFolder(path);
      requireFolder(path);
      const removal = trash.take(placeOf(path), path);
      lookAgain();
      return { removal };
    },
    restore(removal) {
      const { path } = trash.note(removal);
      // What it lay in may be gone or another one by now.
      const parent = look().folders.has(parentOf(path)) ? parentOf(path) : '';
      const isRequest = path.endsWith(requestEnding);
      const ending = isRequest ? requestEnding : '';
      const isTaken = takenIn(parent);
      const name = freeName(baseOf(path).slice(0, baseOf(path).length - ending.length), (one) =>
        isTaken(`${one}${ending}`),
      );
      makeFolders(placeOf(parent), disk);
      trash.giveBack(removal, placeOf(joined(parent, `${name}${ending}`)));
      lookAgain();
    },
    describeWorkspace({ title, variables }) {
      const { top } = look();
      writeFolder('', {
        ...(title !== undefined && !says(top.title, title) && { title: { zh: title, en: title } }),
        ...(variables && { variables }),
      });
    },
  };
  return store;
}

/** Throws `workspace.exists` for a folder that is one. */
export function refuseWorkspace(folder: string, disk: Disk = systemDisk): void {
  if (disk.status(join(folder, workspaceFile))) throw exists(folder);
}

/** Makes an empty workspace in a folder. Throws `workspace.exists`, and the errors of the disk. */
export function createEmptyWorkspace(
  folder: string,
  { title, disk = systemDisk }: { readonly title: string; readonly disk?: Disk },
): void {
  refuseWorkspace(folder, disk);
  for (const name of [collections, 'environments']) makeFolders(join(folder, name), disk);
  const content: FolderContent = { title: { zh: title, en: title }, note: undefined, variables: {}, order: undefined };
  writeFileDurably(join(folder, workspaceFile), folderBytes(undefined, content), { mode: fileMode, disk });
}

/** Changes with everything that a look shows. */
function fingerprint({ root, top, folders, problems }: Scan): string {
  const hash = createHash('sha256').update(top.digest);
  for (const [path, { file, names }] of folders) hash.update(JSON.stringify([path, file.digest, names]));
  const digests = (one: RequestFolder): void => {
    for (const child of one.children) {
      if (child.type === 'folder') digests(child.folder);
      else hash.update(child.type === 'request' ? child.request.digest : JSON.stringify(child.file.problem));
    }
  };
  digests(root);
  return hash.update(JSON.stringify(problems)).digest('hex');
}

function stampsOf(folder: string, disk: Disk): string {
  return namesIn(folder, disk)
    .filter((name) => !isTemporary(name))
    .map((name) => `${name} ${stampOf(join(folder, name), disk)}`)
    .join('\n');
}

/** Whether a form that shows one of both languages gave back what it showed: then both stay. */
function says(words: Bilingual | undefined, text: string): boolean {
  return words !== undefined && (words.zh === text || words.en === text);
}

function joined(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`;
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
