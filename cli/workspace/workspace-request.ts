import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { stateDirectory } from '../../host/store/state-directory.ts';
import { openWorkspaceStore } from '../../host/workspace/open-workspace-store.ts';
import { collections } from '../../host/workspace/scan-workspace.ts';
import type { WorkspaceStore } from '../../host/workspace/workspace-service.ts';
import type { SavedRequest } from '../../shared/model/workspace.ts';
import { asUsage, UsageError, usage } from '../usage-error.ts';
import { workspaceAround, workspaceOfCommand, type WorkspaceOptions } from './workspace-of-command.ts';

/** A request of a workspace, with the variables that it can use there. */
export interface WorkspaceRequest {
  readonly request: SavedRequest;
  readonly workspaceFolder: string;
  /** The request's own, its folders' from the inmost. */
  readonly nearVariables: readonly Readonly<Record<string, string>>[];
  readonly workspaceVariables: Readonly<Record<string, string>>;
}

/** By its file, or by its id or title path in the workspace of the command. Throws why it cannot be read. */
export function readWorkspaceRequest(name: string, options: WorkspaceOptions): WorkspaceRequest {
  const path = resolve(name);
  const isFile = existsSync(path);
  const folder = isFile ? workspaceAround(dirname(path)) : workspaceOfCommand(options);
  if (folder === undefined) throw noWorkspace(name);
  const directory = stateDirectory({ ...(options.state !== undefined && { override: options.state }) });
  const store = openWorkspaceStore({ folder, trash: join(directory, 'trash') });
  const request = asUsage(() => (isFile ? byPath(store, { name, folder, path }) : byName(store, name)));
  const place = request.path.split('/').slice(0, -1).join('/');
  return {
    request,
    workspaceFolder: folder,
    nearVariables: [request.call.variables, ...store.folderVariables(place)],
    workspaceVariables: store.read().variables,
  };
}

/** The requests of a folder of the workspace, in their order, by its path below `collections` or on disk. */
export function readWorkspaceFolder(name: string, options: WorkspaceOptions): readonly WorkspaceRequest[] {
  const path = resolve(name);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const workspace = isFolder ? workspaceAround(path) : workspaceOfCommand(options);
  if (workspace === undefined) throw noWorkspace(name);
  const directory = stateDirectory({ ...(options.state !== undefined && { override: options.state }) });
  const store = openWorkspaceStore({ folder: workspace, trash: join(directory, 'trash') });
  const inside = isFolder ? relative(join(workspace, collections), path).split(sep).join('/') : name;
  const folder = store.folder(inside);
  if (!folder) {
    throw usage('folder.unknown', 'FOLDER', [
      `工作区里没有文件夹“${name}”。`,
      `The workspace has no folder "${name}".`,
    ]);
  }
  const workspaceVariables = store.read().variables;
  return folder.children.flatMap((child): readonly WorkspaceRequest[] => {
    if (child.type !== 'request') return [];
    const request = asUsage(() => store.request(child.request.id));
    const nearVariables = [request.call.variables, ...store.folderVariables(inside)];
    return [{ request, workspaceFolder: workspace, nearVariables, workspaceVariables }];
  });
}

function byPath(
  store: WorkspaceStore,
  { name, folder, path }: { name: string; folder: string; path: string },
): SavedRequest {
  const inside = relative(join(folder, collections), path).split(sep).join('/');
  const broken = childrenOf(store).find((child) => child.type === 'broken' && child.file.path === inside);
  if (broken?.type === 'broken') throw new UsageError(broken.file.problem);
  const found = requestsOf(store).find((request) => request.path === inside);
  if (!found) throw noWorkspace(name);
  return store.request(found.id);
}

function byName(store: WorkspaceStore, name: string): SavedRequest {
  const wanted = name.endsWith('.yaml') ? name : `${name}.yaml`;
  const found = requestsOf(store).filter(
    ({ id, path, title }) => id === name || path === wanted || title.zh === name || title.en === name,
  );
  const [only, other] = found;
  if (only && !other) return store.request(only.id);
  throw usage('request.unknown', 'REQUEST', [
    found.length === 0
      ? `没有名为“${name}”的请求文件或请求。`
      : `有 ${found.length} 个请求叫“${name}”，请用文件路径指出。`,
    found.length === 0
      ? `There is no file and no request "${name}".`
      : `${found.length} requests are called "${name}"; name its file instead.`,
  ]);
}

function childrenOf(store: WorkspaceStore) {
  const all = (children: ReturnType<WorkspaceStore['read']>['root']['children']): typeof children =>
    children.flatMap((child) => (child.type === 'folder' ? all(child.folder.children) : [child]));
  return all(store.read().root.children);
}

function requestsOf(store: WorkspaceStore) {
  return childrenOf(store).flatMap((child) => (child.type === 'request' ? [child.request] : []));
}

function noWorkspace(name: string): Error {
  return usage('request.noWorkspace', 'REQUEST', [
    `${name} 不在任何工作区的 collections 文件夹里；用 hufu init 建立工作区。`,
    `${name} lies in no workspace's folder collections; make a workspace with hufu init.`,
  ]);
}
