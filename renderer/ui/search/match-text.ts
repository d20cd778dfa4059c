import pinyinMatch from 'pinyin-match';

/** How well a text fits what was typed: the higher the better. Ranges of code units from `from` up to, not including, `to`. */
export interface TextMatch {
  readonly score: number;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Whether every word occurs in the text: as it is, or as the pinyin of its characters, whole or by initials (`shbzk` is
 * 社会保障卡). Undefined where one does not.
 */
export function matchText(text: string, words: readonly string[]): TextMatch | undefined {
  const lower = text.toLowerCase();
  const hits = words.map((word) => hitOf(word, { text, lower }));
  if (hits.some((hit) => hit === undefined)) return undefined;
  const found = hits.filter((hit) => hit !== undefined);
  return { score: found.reduce((sum, hit) => sum + hit.score, 0), ranges: found.map(({ from, to }) => ({ from, to })) };
}

interface Hit {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

function hitOf(word: string, { text, lower }: { readonly text: string; readonly lower: string }): Hit | undefined {
  const from = lower.indexOf(word);
  if (from !== -1) {
    const isWordStart = from === 0 || !/[\p{L}\p{N}]/u.test(lower[from - 1] ?? '');
    return { score: from === 0 ? 4 : isWordStart ? 3 : 2, from, to: from + word.length };
  }
  if (!/^[a-z]+$/.test(word)) return undefined;
  const pinyin = pinyinMatch.match(text, word);
  return pinyin === false ? undefined : { score: pinyin[0] === 0 ? 2 : 1, from: pinyin[0], to: pinyin[1] + 1 };
}

/** What was typed, as words. */
export function searchWords(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
}
