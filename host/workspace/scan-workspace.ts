import { join } from 'node:path';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { BrokenFile, FolderChild, RequestFolder, RequestSummary } from '../../shared/model/workspace.ts';
import type { Disk, DiskEntry } from '../store/disk.ts';
import { noFolderFile, readFolderFile, type FolderFile } from './folder-file.ts';
import { idByPath, readRequestFile, savedRequest } from './request-file.ts';
import { stampOf } from './stamp-of.ts';
import { workspaceFile } from './workspace-folder.ts';

export const collections = 'collections';
export const folderFile = 'folder.yaml';
export const requestEnding = '.yaml';

/** How deep folders may lie in one another: a link that leads back must not lead on for ever. */
export const deepestFolder = 24;

/** A workspace as it was found. */
export interface Scan {
  readonly top: FolderFile;
  readonly root: RequestFolder;
  /** Folders and requests by path and by id. */
  readonly folders: ReadonlyMap<string, ScannedFolder>;
  readonly requests: ReadonlyMap<string, RequestSummary>;
  readonly problems: readonly HufuErrorDetail[];
}

export interface ScannedFolder {
  readonly folder: RequestFolder;
  readonly file: FolderFile;
  /** Names of what is in it, in order: `查询.yaml`, `文件夹`. */
  readonly names: readonly string[];
}

type Found =
  | { readonly stamp: string; readonly summary: RequestSummary }
  | { readonly stamp: string; readonly broken: BrokenFile };

/** What was read before, by path and stamp: a file that did not change is not read again. */
export interface ScanMemory {
  readonly requests: Map<string, Found>;
  /** Which file had an id when it was first seen. */
  readonly owners: Map<string, string>;
  readonly folderFiles: Map<string, { readonly stamp: string; readonly file: FolderFile | HufuErrorDetail }>;
}

export function createScanMemory(): ScanMemory {
  return { requests: new Map(), owners: new Map(), folderFiles: new Map() };
}

const byName = new Intl.Collator('zh', { numeric: true });

interface Scanning {
  readonly collectionsFolder: string;
  readonly disk: Disk;
  readonly memory: ScanMemory;
  readonly requests: Map<string, RequestSummary>;
  readonly folders: Map<string, ScannedFolder>;
  readonly problems: HufuErrorDetail[];
  readonly seen: Set<string>;
}

/** Reads the folder of a workspace. Never throws for what is wrong with single files. */
export function scanWorkspace(
  folder: string,
  { disk, memory }: { readonly disk: Disk; readonly memory: ScanMemory },
): Scan {
  const scanning: Scanning = {
    collectionsFolder: join(folder, collections),
    disk,
    memory,
    requests: new Map(),
    folders: new Map(),
    problems: [],
    seen: new Set(),
  };
  const top = folderFileAt(join(folder, workspaceFile), { shown: workspaceFile, scanning });
  const root = scanFolder('', { file: top, depth: 0, scanning });
  for (const path of memory.requests.keys()) if (!scanning.seen.has(path)) memory.requests.delete(path);
  const { requests, folders, problems } = scanning;
  return { top, root, folders, requests, problems };
}

function scanFolder(
  path: string,
  { file, depth, scanning }: { readonly file: FolderFile; readonly depth: number; readonly scanning: Scanning },
): RequestFolder {
  const entries = listed(join(scanning.collectionsFolder, path), scanning.disk).filter(isContent);
  const names = inOrder(entries, file.order ?? []);
  const children = names.flatMap((entry): readonly FolderChild[] => {
    const childPath = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.kind === 'folder') {
      if (depth >= deepestFolder) return [];
      const shown = `${childPath}/${folderFile}`;
      const own = folderFileAt(join(scanning.collectionsFolder, shown), { shown, scanning });
      return [{ type: 'folder', folder: scanFolder(childPath, { file: own, depth: depth + 1, scanning }) }];
    }
    return [scanRequest(childPath, scanning)];
  });
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder: RequestFolder = {
    path,
    title: file.title ?? { zh: name, en: name },
    ...(file.note && { note: file.note }),
    variables: file.variables,
    ...(file.folded && { folded: true }),
    children,
  };
  scanning.folders.set(path, { folder, file, names: names.map((entry) => entry.name) });
  return folder;
}

function scanRequest(path: string, scanning: Scanning): FolderChild {
  const { memory, requests, seen } = scanning;
  seen.add(path);
  const found = readAgain(path, scanning);
  memory.requests.set(path, found);
  if ('broken' in found) return { type: 'broken', file: found.broken };
  const { id } = found.summary;
  // A copy made by hand has the id of its original: the one that was not first works under its place.
  const isCopy = requests.has(id) || hasOtherOwner(id, path, scanning);
  const request = isCopy ? { ...found.summary, id: idByPath(path) } : found.summary;
  if (!isCopy) memory.owners.set(id, path);
  requests.set(request.id, request);
  return { type: 'request', request };
}

function hasOtherOwner(id: string, path: string, scanning: Scanning): boolean {
  const owner = scanning.memory.owners.get(id);
  if (owner === undefined || owner === path) return false;
  const found = readAgain(owner, scanning);
  return 'summary' in found && found.summary.id === id;
}

function readAgain(path: string, { collectionsFolder, disk, memory }: Scanning): Found {
  const place = join(collectionsFolder, path);
  const stamp = stampOf(place, disk) ?? '';
  const known = memory.requests.get(path);
  if (known && known.stamp === stamp && stamp !== '') return known;
  try {
    const { id, digest, ...content } = readRequestFile(place, { disk, shown: path });
    const { call: _, ...summary } = savedRequest({ ...content, id }, { id: id ?? idByPath(path), path, digest });
    return { stamp, summary };
  } catch (error) {
    if (!(error instanceof HufuError)) throw error;
    return { stamp, broken: { path, problem: error.detail } };
  }
}

/** A folder whose own file cannot be read keeps its requests; what is wrong with the file is said once. */
function folderFileAt(path: string, { shown, scanning }: { shown: string; scanning: Scanning }): FolderFile {
  const { disk, memory, problems } = scanning;
  const stamp = stampOf(path, disk);
  if (stamp === undefined) return noFolderFile;
  const known = memory.folderFiles.get(path);
  const file = known?.stamp === stamp && stamp !== '' ? known.file : readOrProblem(path, { disk, shown });
  memory.folderFiles.set(path, { stamp, file });
  if (!('code' in file)) return file;
  problems.push(file);
  return noFolderFile;
}

function readOrProblem(
  path: string,
  options: { readonly disk: Disk; readonly shown: string },
): FolderFile | HufuErrorDetail {
  try {
    return readFolderFile(path, options);
  } catch (error) {
    if (error instanceof HufuError) return error.detail;
    throw error;
  }
}

function listed(folder: string, disk: Disk): readonly DiskEntry[] {
  try {
    return disk.list(folder);
  } catch {
    // It is not there, or was removed while it was looked at; the next look finds what is.
    return [];
  }
}

function isContent({ name, kind }: DiskEntry): boolean {
  if (name.startsWith('.') || name === folderFile) return false;
  return kind === 'folder' || name.endsWith(requestEnding);
}

function inOrder(entries: readonly DiskEntry[], order: readonly string[]): readonly DiskEntry[] {
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = ({ name }: DiskEntry): number => places.get(name) ?? order.length;
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other) || byName.compare(one.name, other.name));
}
