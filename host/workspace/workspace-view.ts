import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RequestFolder, RequestSummary } from '../../shared/model/workspace.ts';
import type { Disk } from '../store/disk.ts';
import { createChangeSignal, type ChangeSignal } from './change-signal.ts';
import { isTemporary } from './is-temporary.ts';
import { namesIn } from './names-in.ts';
import { idByPath, readRequestFile, type RequestFile } from './request-file.ts';
import { collections, createScanMemory, scanWorkspace, type Scan, type ScannedFolder } from './scan-workspace.ts';
import { stampOf } from './stamp-of.ts';
import { watchFolder } from './watch-workspace.ts';
import { unknownFolder, unknownRequest } from './workspace-refusals.ts';

/** What stands in the folder of a workspace, as last seen. */
export interface WorkspaceView {
  readonly signal: ChangeSignal;
  look(): Scan;
  /** After a change: what is looked at next is what is there. */
  lookAgain(): void;
  /** Throws `folder.unknown`. */
  requireFolder(path: string): ScannedFolder;
  /** As the file is now, whatever the last look saw. Throws `request.unknown` and why it cannot be read. */
  readRequest(id: string): RequestFile & { readonly path: string };
  /** Of a path below `collections`. */
  placeOf(path: string): string;
  close(): Promise<void>;
}

interface ViewOptions {
  readonly folder: string;
  readonly disk: Disk;
  /** Notices what others change. Without, every look reads what is there. */
  readonly watch: boolean;
}

export function openWorkspaceView({ folder, disk, watch }: ViewOptions): WorkspaceView {
  const memory = createScanMemory();
  const signal = createChangeSignal();
  const besides = ['environments', 'providers'].map((name) => join(folder, name));
  let scan: Scan | undefined;

  const look = (): Scan => (scan = watch && scan ? scan : scanWorkspace(folder, { disk, memory }));
  const seen = (): string => [fingerprint(look()), ...besides.map((place) => stampsOf(place, disk))].join('\n');
  let lastSeen = seen();
  const watcher = watch ? watchFolder(folder, lookAgain) : undefined;
  const placeOf = (path: string): string => join(folder, collections, path);

  function lookAgain(): void {
    scan = undefined;
    const now = seen();
    if (now === lastSeen) return;
    lastSeen = now;
    signal.bump();
  }

  /** It may have been moved since the last look. */
  function lookForRequest(id: string): RequestSummary {
    lookAgain();
    const found = look().requests.get(id);
    if (!found) throw unknownRequest(id);
    return found;
  }

  return {
    signal,
    look,
    lookAgain,
    placeOf,
    requireFolder(path) {
      const found = look().folders.get(path);
      if (!found) throw unknownFolder(path);
      return found;
    },
    readRequest(id) {
      const { path } = look().requests.get(id) ?? lookForRequest(id);
      if (stampOf(placeOf(path), disk) !== undefined) {
        const file = readRequestFile(placeOf(path), { disk, shown: path });
        if (file.id === id || id === idByPath(path)) return { ...file, path };
      }
      // Others moved it, or put another request in its place, and the watch has not told yet.
      const { path: now } = lookForRequest(id);
      return { ...readRequestFile(placeOf(now), { disk, shown: now }), path: now };
    },
    async close() {
      await watcher?.close();
      signal.close();
    },
  };
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
