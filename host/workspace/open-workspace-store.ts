import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Bilingual } from '../../shared/bilingual.ts';
import type { RequestFolder } from '../../shared/model/workspace.ts';
import { type Disk, systemDisk } from '../store/disk.ts';
import { type Lock, noLock } from '../store/lock.ts';
import { makeFolders } from '../store/make-folders.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { baseOf, joined, parentOf } from './child-path.ts';
import { folderBytes, type FolderContent, type FolderFile } from './folder-file.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { newRequestId, savedRequest, type RequestContent, type RequestFile } from './request-file.ts';
import { collections, folderFile, requestEnding } from './scan-workspace.ts';
import { openTrash } from './trash.ts';
import { workspaceFile } from './workspace-folder.ts';
import {
  changedOnDisk,
  exists,
  intoItself,
  unknownFolder,
  unknownRequest,
  variablesChanged,
} from './workspace-refusals.ts';
import type { RequestFiles, WorkspaceStore } from './workspace-service.ts';
import { openWorkspaceView } from './workspace-view.ts';
import { createWorkspaceWriter, fileMode } from './workspace-writer.ts';

export interface WorkspaceStoreOptions {
  readonly folder: string;
  /** Folder for what is removed, outside the workspace. */
  readonly trash: string;
  readonly disk?: Disk;
  /** Held while something is changed: what was read stays true until it is written. */
  readonly lock?: Lock;
  /** Notices what others change. Without, every look reads what is there. */
  readonly watch?: boolean;
}

/** See `WorkspaceStore`. */
export function openWorkspaceStore({
  folder,
  trash: trashFolder,
  disk = systemDisk,
  lock = noLock,
  watch = false,
}: WorkspaceStoreOptions): WorkspaceStore {
  const trash = openTrash({ folder: trashFolder, disk });
  trash.clean();
  const view = openWorkspaceView({ folder, disk, watch });
  const { look, lookAgain, requireFolder, readRequest, signal } = view;
  const writer = createWorkspaceWriter({ folder, disk, view });
  const { placeToWrite, writeRequest, writeFolder, reorder, rename, moveTo, freePath } = writer;
  removeLeftovers(
    [folder, join(folder, 'environments'), join(folder, 'providers'), ...[...look().folders.keys()].map(view.placeOf)],
    { disk },
  );

  /** A file that was known by its place gets an id of its own when it is written. */
  function ownId(request: RequestFile, id: string): string {
    return request.id !== undefined && request.id === id ? id : newRequestId();
  }

  /** Title of a folder as its file has to say it: not at all when the folder's name says the same. */
  const ownTitle = (title: string, path: string) => (baseOf(path) === title ? undefined : { zh: title, en: title });

  const locked =
    <Input, Result>(change: (input: Input) => Result) =>
    (input: Input): Result =>
      lock(() => change(input));

  const changes: Omit<RequestFiles, 'request'> = {
    createRequest: locked(({ folder: parent, title, note, call }) => {
      requireFolder(parent);
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
    }),
    saveRequest: locked(({ id, call, base }) => {
      const { path, document, digest, ...request } = readRequest(id);
      if (base !== undefined && base !== digest) throw changedOnDisk(path);
      return writeRequest(path, { ...request, id: ownId({ ...request, document, digest }, id), call }, document);
    }),
    describeRequest: locked(({ id, title, note }) => {
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
    }),
    moveRequest: locked(({ id, ...destination }) => {
      const { path } = readRequest(id);
      const to = moveTo(path, destination);
      const moved = [...look().requests.values()].find((one) => one.path === to);
      if (!moved) throw unknownRequest(id);
      return moved;
    }),
    duplicateRequest: locked((id) => {
      const { path, document, title, note, call } = readRequest(id);
      const parent = parentOf(path);
      const copy = { zh: `${title.zh} 副本`, en: title.en === title.zh ? `${title.en} 副本` : `${title.en} copy` };
      const to = freePath(parent, { title: copy.zh, ending: requestEnding });
      const saved = writeRequest(to, { id: newRequestId(), title: copy, note, call }, document);
      // Beside an original that is in no order by hand it stands by its name.
      reorder(parent, (names) => names.flatMap((name) => (name === baseOf(path) ? [name, baseOf(to)] : [name])));
      return saved;
    }),
    removeRequest: locked((id) => {
      const { path } = readRequest(id);
      const removal = trash.take(placeToWrite(path), path);
      lookAgain();
      return { removal };
    }),

    createFolder: locked(({ parent, title }) => {
      requireFolder(parent);
      writer.requireRoom(parent);
      const path = freePath(parent, { title, ending: '' });
      makeFolders(placeToWrite(path), disk);
      lookAgain();
      const words = ownTitle(title, path);
      if (words) writeFolder(path, () => ({ title: words }));
      reorder(parent, (names) => [...names, baseOf(path)]);
      return { path };
    }),
    describeFolder: locked(({ path, title, note, variables, seen }) => {
      if (path === '') throw unknownFolder(path);
      const { folder: known } = requireFolder(path);
      const renames = title !== undefined && !says(known.title, title);
      const to = renames ? freePath(parentOf(path), { title, ending: '', but: baseOf(path) }) : path;
      writeFolder(path, (file) => {
        if (variables) requireSeen(file, { seen, shown: joined(path, folderFile) });
        const change: Partial<FolderContent> = {
          ...(renames && { title: ownTitle(title, to) }),
          ...(note !== undefined &&
            !says(known.note, note) && { note: note === '' ? undefined : { zh: note, en: note } }),
          ...(variables && { variables }),
        };
        // Git keeps no empty folder, and no empty file is made to say nothing.
        return file.document || change.title || change.note || variables ? change : undefined;
      });
      rename(path, to);
      return { path: to };
    }),
    moveFolder: locked(({ path, ...destination }) => {
      if (path === '') throw intoItself(path);
      requireFolder(path);
      return { path: moveTo(path, destination) };
    }),
    removeFolder: locked((path) => {
      if (path === '') throw unknownFolder(path);
      requireFolder(path);
      const removal = trash.take(placeToWrite(path), path);
      lookAgain();
      return { removal };
    }),
    restore: locked((removal) => {
      const { path } = trash.note(removal);
      // What it lay in may be gone or another one by now.
      const parent = look().folders.has(parentOf(path)) ? parentOf(path) : '';
      trash.giveBack(removal, placeToWrite(writer.freeBeside(parent, baseOf(path))));
      lookAgain();
    }),
    describeWorkspace: locked(({ title, variables, seen }) => {
      writeFolder('', (file) => {
        if (variables) requireSeen(file, { seen, shown: workspaceFile });
        return {
          ...(title !== undefined && !says(file.title, title) && { title: { zh: title, en: title } }),
          ...(variables && { variables }),
        };
      });
    }),
  };
  return {
    read() {
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
    close: view.close,
    request(id) {
      const { path, ...file } = readRequest(id);
      return savedRequest(file, { id, path, digest: file.digest });
    },
    ...changes,
  };
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

/** Whether a form that shows one of both languages gave back what it showed: then both stay. */
function says(words: Bilingual | undefined, text: string): boolean {
  return words !== undefined && (words.zh === text || words.en === text);
}

/** Throws `folder.changedOnDisk` when they are others than the user saw. */
function requireSeen(
  { variables }: FolderFile,
  { seen, shown }: { readonly seen: Readonly<Record<string, string>> | undefined; readonly shown: string },
): void {
  if (seen && !isDeepStrictEqual({ ...seen }, { ...variables })) throw variablesChanged(shown);
}
