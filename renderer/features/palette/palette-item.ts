import { matchText, searchWords, type TextMatch } from '../../ui/search/match-text.ts';

/** Something to choose. */
export interface PaletteItem {
  /** Apart from those of all other items: `action:send`, `request:sample/resume`. */
  readonly key: string;
  readonly kind: 'action' | 'request' | 'interface' | 'environment';
  readonly title: string;
  /** What stands beside it: a folder, a code. Found by it too. */
  readonly detail: string;
  /** Found by this as well, and not shown: the title in the other language, codes. */
  readonly also: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface FoundItem extends TextMatch {
  readonly item: PaletteItem;
}

/** More than anybody reads; what is looked for is then better said more exactly. */
const longest = 100;

/** What fits, the best first; what was chosen lately goes before its equals. Ranges are those of the title. */
export function searchItems(
  items: readonly PaletteItem[],
  { text, recent }: { readonly text: string; readonly recent: readonly string[] },
): { readonly found: readonly FoundItem[]; readonly more: number } {
  const words = searchWords(text);
  const found = items.flatMap((item): FoundItem[] => {
    const inTitle = matchText(item.title, words);
    if (inTitle) return [{ item, score: inTitle.score + 1, ranges: inTitle.ranges }];
    const anywhere = matchText(`${item.title}\n${item.detail}\n${item.also}`, words);
    return anywhere ? [{ item, score: anywhere.score / 2, ranges: [] }] : [];
  });
  const rank = ({ item }: FoundItem): number => {
    const at = recent.indexOf(item.key);
    return at === -1 ? recent.length : at;
  };
  const sorted = found.toSorted((one, other) => other.score - one.score || rank(one) - rank(other));
  return { found: sorted.slice(0, longest), more: Math.max(0, sorted.length - longest) };
}
