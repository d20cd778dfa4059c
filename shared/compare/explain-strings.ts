import type { Bilingual } from '../bilingual.ts';

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Characters that are not seen, or are taken for others, with what they are called. */
const unseen: Readonly<Record<string, Bilingual>> = {
  '\u{FEFF}': { zh: '字节序标记 U+FEFF', en: 'a byte order mark, U+FEFF' },
  '\u{A0}': { zh: '不换行空格 U+00A0', en: 'a no-break space, U+00A0' },
  '\u{200B}': { zh: '零宽空格 U+200B', en: 'a zero-width space, U+200B' },
  '\u{200C}': { zh: '零宽不连字 U+200C', en: 'a zero-width non-joiner, U+200C' },
  '\u{200D}': { zh: '零宽连字 U+200D', en: 'a zero-width joiner, U+200D' },
  '\u{2060}': { zh: '零宽不换行 U+2060', en: 'a word joiner, U+2060' },
  '\u{3000}': { zh: '全角空格 U+3000', en: 'an ideographic space, U+3000' },
  '\r': { zh: '回车 U+000D', en: 'a carriage return, U+000D' },
  '\n': { zh: '换行 U+000A', en: 'a line feed, U+000A' },
  '\t': { zh: '制表符 U+0009', en: 'a tab, U+0009' },
  '\0': { zh: '空字符 U+0000', en: 'a null character, U+0000' },
};

/**
 * Why two strings to sign are not the same, in words, what explains most first. `ours` is the one of this side. Empty when
 * they are equal to the character.
 */
export function explainStrings(ours: string, theirs: string): readonly Bilingual[] {
  if (ours === theirs) return [];
  const reasons = [...aboutUnseen(ours, theirs), ...aboutWhole(ours, theirs)];
  // What is not seen was told of: a pair is no other one for it.
  const pairs = reasons.some(({ isWhole }) => isWhole) ? [] : aboutPairs(withoutUnseen(ours), withoutUnseen(theirs));
  return [...reasons.map(({ text }) => text), ...pairs, firstDifference(ours, theirs)];
}

interface Reason {
  readonly text: Bilingual;
  /** It explains everything: with it the strings are the same. */
  readonly isWhole: boolean;
}

function aboutUnseen(ours: string, theirs: string): readonly Reason[] {
  const cleaned = withoutUnseen(ours) === withoutUnseen(theirs);
  return Object.entries(unseen).flatMap(([sign, { zh, en }]) => {
    const [mine, other] = [placesOf(ours, sign), placesOf(theirs, sign)];
    if (mine.length === other.length) return [];
    const isTheirs = other.length > mine.length;
    const [first = 0] = isTheirs ? other : mine;
    const count = Math.abs(other.length - mine.length);
    return [
      {
        isWhole: cleaned,
        text: {
          zh: `${isTheirs ? '对方' : '这边'}的串里多了 ${count} 个看不见的字符：${zh}，第一个在第 ${first + 1} 个字符。`,
          en: `The string of ${isTheirs ? 'the other side' : 'this side'} has ${count} more of a character that is not seen: ${en}, the first at character ${first + 1}.`,
        },
      },
    ];
  });
}

function aboutWhole(ours: string, theirs: string): readonly Reason[] {
  const same = (change: (text: string) => string): boolean => change(ours) === change(theirs);
  const told: readonly (readonly [boolean, Bilingual])[] = [
    [
      same((text) => text.trim()),
      { zh: '只差在开头或末尾的空白。', en: 'They differ in white space at the beginning or the end alone.' },
    ],
    [
      same((text) => text.toLowerCase()),
      { zh: '只差在字母的大小写。', en: 'They differ in upper and lower case alone.' },
    ],
    [
      same((text) => text.normalize('NFKC')),
      {
        zh: '只差在全角与半角（或 Unicode 的不同写法）。',
        en: 'They differ in full-width and half-width characters (or other spellings of Unicode) alone.',
      },
    ],
    [
      same(decoded),
      {
        zh: `只差在 URL 编码：${decoded(ours) === ours ? '对方的值编码过' : '这边的值编码过'}。`,
        en: `They differ in URL encoding alone: the values of ${decoded(ours) === ours ? 'the other side' : 'this side'} are encoded.`,
      },
    ],
  ];
  const [found] = told.filter(([holds]) => holds);
  return found ? [{ isWhole: true, text: found[1] }] : [];
}

function aboutPairs(ours: string, theirs: string): readonly Bilingual[] {
  const [mine, other] = [pairsOf(ours), pairsOf(theirs)];
  if (!mine || !other) return [];
  const names = (pairs: readonly Pair[]): readonly string[] => pairs.map(({ name }) => name);
  const missing = names(mine).filter((name) => !names(other).includes(name));
  const extra = names(other).filter((name) => !names(mine).includes(name));
  const shared = names(mine).filter((name) => names(other).includes(name));
  const sharedTheirs = names(other).filter((name) => shared.includes(name));
  const valueOf = (pairs: readonly Pair[], name: string) => pairs.find((one) => one.name === name)?.value ?? '';
  const renamed = missing.flatMap((name) => {
    const twin = extra.find((one) => valueOf(other, one) === valueOf(mine, name) && valueOf(mine, name) !== '');
    return twin === undefined ? [] : [{ name, twin }];
  });
  const isRenamed = (name: string): boolean => renamed.some((one) => one.name === name || one.twin === name);
  return [
    ...renamed.map(({ name, twin }) => ({
      zh: `同一个值，这边叫“${name}”，对方叫“${twin}”。`,
      en: `The same value is named "${name}" on this side and "${twin}" on the other.`,
    })),
    ...missing
      .filter((name) => !isRenamed(name))
      .map((name) => ({
        zh: `对方没有“${name}”这一对。`,
        en: `The other side has no pair "${name}".`,
      })),
    ...extra
      .filter((name) => !isRenamed(name))
      .map((name) => ({
        zh: `对方多了“${name}”这一对，值为“${shortened(valueOf(other, name))}”。`,
        en: `The other side has a pair "${name}" more, with the value "${shortened(valueOf(other, name))}".`,
      })),
    ...shared
      .filter((name, index) => shared.indexOf(name) === index && valueOf(mine, name) !== valueOf(other, name))
      .map((name) => ({
        zh: `“${name}”的值不同：这边“${shortened(valueOf(mine, name))}”，对方“${shortened(valueOf(other, name))}”。`,
        en: `"${name}" has other values: "${shortened(valueOf(mine, name))}" here, "${shortened(valueOf(other, name))}" there.`,
      })),
    ...(shared.join('&') === sharedTheirs.join('&')
      ? []
      : [
          {
            zh: `次序不同：对方是 ${sharedTheirs.join('、')}。`,
            en: `The order differs; the other side has ${sharedTheirs.join(', ')}.`,
          },
        ]),
  ];
}

/** Undefined for what is not made of pairs. */
function pairsOf(text: string): readonly Pair[] | undefined {
  const pieces = text.split('&');
  const pairs = pieces.map((piece) => {
    const at = piece.indexOf('=');
    return at <= 0 ? undefined : { name: piece.slice(0, at), value: piece.slice(at + 1) };
  });
  return pieces.length > 1 && pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

function firstDifference(ours: string, theirs: string): Bilingual {
  const [mine, other] = [[...ours], [...theirs]];
  const at = mine.findIndex((sign, index) => sign !== other[index]);
  const place = at === -1 ? mine.length : at;
  const said = (signs: readonly string[]) => (place < signs.length ? named(signs[place] ?? '') : undefined);
  const [here, there] = [said(mine), said(other)];
  return {
    zh: `第 ${place + 1} 个字符起不同：这边${here ? `是 ${here}` : '到此为止'}，对方${there ? `是 ${there}` : '到此为止'}；长度 ${mine.length} 与 ${other.length} 个字符。`,
    en: `They differ from character ${place + 1} on: ${here ?? 'the end'} here, ${there ?? 'the end'} there; ${mine.length} and ${other.length} characters in all.`,
  };
}

function named(sign: string): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return unseen[sign] || sign === ' ' ? code : `${sign} (${code})`;
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : text;
}

function placesOf(text: string, sign: string): readonly number[] {
  return [...text].flatMap((one, index) => (one === sign ? [index] : []));
}

function withoutUnseen(text: string): string {
  return [...text].filter((sign) => !unseen[sign]).join('');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
}
