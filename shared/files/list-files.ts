import { type Base64File, recogniseFile } from './base64-file.ts';
import type { TextRange } from './base64-runs.ts';
import { type FileFolds, placeholders } from './file-folds.ts';
import type { NamesFile } from './file-members.ts';
import { type JsonStringPlace, jsonStrings } from './json-strings.ts';

/** A file in a folded JSON text. The range is what stands for it: its placeholder and the prefix of a data URI, if any. */
export interface ListedFile extends TextRange {
  /** RFC 6901; of a file inside a string of JSON, the outer string. */
  readonly pointer: string;
  readonly file: Base64File;
  /** For saving: the member's name with the ending of the type. */
  readonly name: string;
  readonly hasDataPrefix: boolean;
}

interface ListOptions {
  readonly folds: FileFolds;
  /** Strings that a schema names as files count however short they are. */
  readonly namesFile?: NamesFile;
}

const dataPrefix = /data:[\w.+-]+\/[\w.+-]+(?:;[\w.+-]+=[\w.+-]+)*;base64,$/;
/** Longer ones do not occur, and looking back must not take long. */
const longestPrefix = 200;

/** The files of a folded JSON text, in their order. */
export function listFiles(folded: string, { folds, namesFile }: ListOptions): readonly ListedFile[] {
  const found = [...folded.matchAll(placeholders)].flatMap(({ 0: placeholder, index }) => {
    const file = folds.fileOf(placeholder);
    // A text that only looks like a placeholder is kept like a file and is none.
    return file && file.type.name !== 'TEXT' ? [{ file, start: index, end: index + placeholder.length }] : [];
  });
  if (found.length === 0 && !namesFile) return [];

  const strings = jsonStrings(folded);
  const held = found.map(({ file, start, end }) => {
    const place = strings.find((one) => one.start <= start && end <= one.end);
    return listed({ file, place, range: { start: start - prefixLength(folded, start), end }, hasPrefixTo: start });
  });
  const short = namesFile ? strings.filter((place) => isShortFile(place, held) && namesFile(place.pointer)) : [];
  const named = short.flatMap((place) => {
    const prefix = dataPrefix.exec(folded.slice(place.start, place.end).slice(0, longestPrefix).replace(/,.*$/s, ','));
    const start = place.start + (prefix?.[0].length ?? 0);
    const file = recogniseFile(folded.slice(start, place.end), { shortestUnknown: 1 });
    return file ? [listed({ file, place, range: place, hasPrefixTo: start })] : [];
  });
  return [...held, ...named].toSorted((left, right) => left.start - right.start);
}

function isShortFile(place: JsonStringPlace, held: readonly ListedFile[]): boolean {
  return place.end > place.start && !held.some(({ start, end }) => place.start <= start && end <= place.end);
}

function prefixLength(text: string, end: number): number {
  return dataPrefix.exec(text.slice(Math.max(0, end - longestPrefix), end))?.[0].length ?? 0;
}

interface Found {
  readonly file: Base64File;
  readonly place: JsonStringPlace | undefined;
  readonly range: TextRange;
  /** Where the file itself begins: behind the start of the range where there is a prefix. */
  readonly hasPrefixTo: number;
}

function listed({ file, place, range: { start, end }, hasPrefixTo }: Found): ListedFile {
  const pointer = place?.pointer ?? '';
  return { pointer, file, start, end, name: fileName(pointer, file), hasDataPrefix: hasPrefixTo > start };
}

/** Items of a list are told apart by their place in it. */
function fileName(pointer: string, { type }: Base64File): string {
  const tokens = pointer.split('/').slice(1);
  const name = tokens.findLast((token) => !/^\d+$/.test(token)) ?? 'file';
  const index = tokens.findLast((token) => /^\d+$/.test(token));
  const plain = name
    .replaceAll('~1', '_')
    .replaceAll('~0', '~')
    .replaceAll(/[^\p{L}\p{N}._~-]/gu, '_');
  return `${plain}${index === undefined ? '' : `-${Number(index) + 1}`}.${type.extension}`;
}
