import type { RequestFolder, RequestSummary, Workspace } from '../../../shared/model/workspace.ts';

/** All requests of a workspace, in the order of the tree. */
export function requestsOf({ root }: Pick<Workspace, 'root'>): readonly RequestSummary[] {
  return requestsIn(root);
}

function requestsIn({ children }: RequestFolder): readonly RequestSummary[] {
  return children.flatMap((child) => {
    if (child.type === 'folder') return requestsIn(child.folder);
    return child.type === 'request' ? [child.request] : [];
  });
}

/** All folders, the topmost first. */
export function foldersOf({ root }: Pick<Workspace, 'root'>): readonly RequestFolder[] {
  const below = (folder: RequestFolder): readonly RequestFolder[] => [
    folder,
    ...folder.children.flatMap((child) => (child.type === 'folder' ? below(child.folder) : [])),
  ];
  return below(root);
}

/** `RequestFolder.path` of a file: what stands before its name. */
export function folderOfFile(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
