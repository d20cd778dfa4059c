import type { FolderChild, RequestFolder, Workspace } from '../../../../shared/model/workspace.ts';
import { foldersOf } from '../workspace-requests.ts';

type Tree = Pick<Workspace, 'root'>;

/** Where something stands, or is to stand: in front of a child of a folder, or behind all of them. */
export interface TreePlace {
  /** `RequestFolder.path`. */
  readonly folder: string;
  /** Id of a request, path of a folder. */
  readonly before?: string;
}

/** What a request or folder is called among its siblings: its id, its path. */
function keyOf(child: FolderChild): string | undefined {
  return child.type === 'folder' ? child.folder.path : child.type === 'request' ? child.request.id : undefined;
}

function movable({ children }: RequestFolder): readonly string[] {
  return children.flatMap((child) => keyOf(child) ?? []);
}

/** The folder of a child, and the children beside it in their order. */
export function siblingsOf(tree: Tree, child: string): { readonly folder: string; readonly keys: readonly string[] } {
  const parent = foldersOf(tree).find(({ children }) => children.some((one) => keyOf(one) === child)) ?? tree.root;
  return { folder: parent.path, keys: movable(parent) };
}

export function placeOf(tree: Tree, child: string): TreePlace {
  const { folder, keys } = siblingsOf(tree, child);
  return placeBefore(folder, keys[keys.indexOf(child) + 1]);
}

export type DropPart = 'before' | 'into' | 'after';

/**
 * Where what is dropped on a child goes: none of it into itself or into what it holds, and not in front of something that
 * moves along.
 */
export function dropPlace(
  tree: Tree,
  { over, part, moving }: { readonly over: string; readonly part: DropPart; readonly moving: readonly string[] },
): TreePlace | undefined {
  const place = part === 'into' ? { folder: over } : beside(tree, { over, part, moving });
  const isInside = moving.some((one) => place.folder === one || place.folder.startsWith(`${one}/`));
  return isInside || (part === 'into' && moving.includes(over)) ? undefined : place;
}

function beside(
  tree: Tree,
  { over, part, moving }: { readonly over: string; readonly part: DropPart; readonly moving: readonly string[] },
): TreePlace {
  const { folder, keys } = siblingsOf(tree, over);
  const from = keys.indexOf(over) + (part === 'after' ? 1 : 0);
  return placeBefore(
    folder,
    keys.slice(from).find((key) => !moving.includes(key)),
  );
}

function placeBefore(folder: string, before: string | undefined): TreePlace {
  return { folder, ...(before !== undefined && { before }) };
}

/** In the order of the tree; what lies in a folder that is named too goes along with it. */
export function outermost(tree: Tree, names: ReadonlySet<string>): readonly string[] {
  const within = (folder: RequestFolder): readonly string[] =>
    folder.children.flatMap((child) => {
      const key = keyOf(child);
      if (key !== undefined && names.has(key)) return [key];
      return child.type === 'folder' ? within(child.folder) : [];
    });
  return within(tree.root);
}
