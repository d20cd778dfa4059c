import type { BrokenFile, RequestFolder, RequestSummary } from '../../../../shared/model/workspace.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import type { ComposeState, Origin } from '../compose-store.ts';
import { requestsOf } from '../workspace-requests.ts';

/** A line of the collection tree. `level` counts from 1. */
export type TreeRow =
  | {
      readonly type: 'folder';
      readonly key: string;
      readonly level: number;
      readonly folder: RequestFolder;
      readonly isOpen: boolean;
    }
  | { readonly type: 'request'; readonly key: string; readonly level: number; readonly request: RequestSummary }
  | { readonly type: 'broken'; readonly key: string; readonly level: number; readonly file: BrokenFile }
  | {
      readonly type: 'unsaved';
      /** Another one than its request has: for a moment both may be there. */
      readonly key: `unsaved:${string}`;
      readonly level: number;
      readonly id: string;
      readonly title: Origin['title'];
    };

interface Shown {
  /** Folders that were folded or opened by hand; of others their own file says it. */
  readonly folded: Readonly<Record<string, boolean>>;
  /** Words that must all occur; empty: everything is shown. */
  readonly words: readonly string[];
  readonly platforms: readonly Profile[];
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The lines of requests in no file. One whose file came back is left out: it stands in its folder again. */
export function unsavedRows(
  root: RequestFolder,
  { unsaved, origins }: Pick<ComposeState, 'unsaved' | 'origins'>,
): readonly TreeRow[] {
  const saved = new Set(requestsOf({ root }).map(({ id }) => id));
  return unsaved
    .filter((id) => !saved.has(id))
    .map((id) => ({
      type: 'unsaved',
      key: `unsaved:${id}`,
      level: 1,
      id,
      title: origins[id]?.title ?? { zh: id, en: id },
    }));
}

/** The lines that are to be seen: what is folded is left out, a filter opens the folders that hold a hit. */
export function treeRows(root: RequestFolder, shown: Shown): readonly TreeRow[] {
  return childRows(root, { ...shown, level: 1, titles: '' });
}

function childRows(
  { children }: RequestFolder,
  shown: Shown & { readonly level: number; readonly titles: string },
): readonly TreeRow[] {
  const { folded, words, platforms, level, titles } = shown;
  return children.flatMap((child): readonly TreeRow[] => {
    if (child.type === 'broken') {
      const { file } = child;
      return words.every((word) => file.path.toLowerCase().includes(word))
        ? [{ type: 'broken', key: file.path, level, file }]
        : [];
    }
    if (child.type === 'request') {
      const { request } = child;
      const haystack = `${titles}\n${textOf(request, platforms)}`.toLowerCase();
      return words.every((word) => haystack.includes(word))
        ? [{ type: 'request', key: request.id, level, request }]
        : [];
    }
    const { folder } = child;
    const isOpen = words.length > 0 || !(folded[folder.path] ?? folder.folded ?? false);
    const inside = isOpen
      ? childRows(folder, { ...shown, level: level + 1, titles: `${titles}\n${folder.title.zh}\n${folder.title.en}` })
      : [];
    if (words.length > 0 && inside.length === 0) return [];
    return [{ type: 'folder', key: `folder:${folder.path}`, level, folder, isOpen }, ...inside];
  });
}

/** What a request is found by: its titles in both languages, its file, its interface with titles and codes. */
function textOf(
  { id, path, title, note, platform, interface: name }: RequestSummary,
  platforms: readonly Profile[],
): string {
  const chosen = platforms.find((one) => one.id === platform)?.interfaces.find((one) => one.id === name);
  return [
    id,
    path,
    title.zh,
    title.en,
    note?.zh,
    note?.en,
    name,
    chosen?.title.zh,
    chosen?.title.en,
    ...Object.values(chosen?.header ?? {}),
  ]
    .filter(Boolean)
    .join('\n');
}
