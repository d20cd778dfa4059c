import { findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { NamesFile } from '../../../../shared/files/file-members.ts';
import { type JsonStringPlace, jsonStrings } from '../../../../shared/files/json-strings.ts';
import type { ListedFile } from '../../../../shared/files/list-files.ts';
import { listFiles } from '../../../../shared/files/list-files.ts';
import { pointerTo } from '../../../../shared/json/json-pointer.ts';
import type { SchemaPath } from '../../../../shared/files/schema-members.ts';
import type { BodyEdit } from './body-edit.ts';
import { bodyFolds } from './body-folds.ts';

/**
 * Where a file goes: into a string that is there, by its pointer; into a member that the schema knows and the body lacks; into a
 * new string; or in place of another file.
 */
export type AttachPlace =
  | { readonly kind: 'string'; readonly pointer: string }
  | { readonly kind: 'member'; readonly pointer: string; readonly path: JSONPath }
  | { readonly kind: 'new'; readonly offset: number }
  | { readonly kind: 'file'; readonly listed: ListedFile };

/** A menu that is longer is searched rather than read; the cursor says it faster. */
const mostPlaces = 12;

interface AttachOptions {
  /** Of the cursor in the folded body; undefined without one. */
  readonly offset: number | undefined;
  readonly namesFile: NamesFile;
  /** Where the schema has files. */
  readonly paths?: readonly SchemaPath[];
}

/**
 * Where a file may go, the likeliest first: the string at the cursor, those that the schema names, those that it would have.
 * Other strings only where the schema knows of no file: they hold something else.
 */
export function attachPlaces(folded: string, { offset, namesFile, paths = [] }: AttachOptions): readonly AttachPlace[] {
  const strings = jsonStrings(folded);
  const atCursor = stringAt(strings, offset);
  const named = strings.filter(({ pointer }) => namesFile(pointer));
  const others = named.length > 0 || paths.length > 0 ? [] : strings;
  const pointers = new Set([...(atCursor ? [atCursor] : []), ...named, ...others].map(({ pointer }) => pointer));
  const places = [
    ...[...pointers].slice(0, mostPlaces).map((pointer) => ({ kind: 'string', pointer }) as const),
    ...lackingMembers(folded, paths),
  ];
  return atCursor || offset === undefined ? places : [...places, { kind: 'new', offset }];
}

/** Members for files that are not there: of objects, and of one more item of lists. */
function lackingMembers(folded: string, paths: readonly SchemaPath[]): readonly AttachPlace[] {
  const tree = parseTree(folded);
  if (tree?.type !== 'object') return [];
  return paths.flatMap((names): readonly AttachPlace[] => {
    const path: (string | number)[] = [];
    for (const name of names) {
      const list = name === '*' ? findNodeAtLocation(tree, path) : undefined;
      path.push(name === '*' ? (list?.children?.length ?? 0) : name);
    }
    const pointer = pointerTo(path);
    return findNodeAtLocation(tree, path) ? [] : [{ kind: 'member', pointer, path }];
  });
}

/**
 * Where a dropped file goes: into the string under the pointer or the only one of its line, or the only one that the
 * schema names. Undefined where that is not plain: no other string is to lose its text to a hand that slipped.
 */
export function dropPlace(folded: string, { offset, namesFile }: AttachOptions): AttachPlace | undefined {
  const strings = jsonStrings(folded);
  if (strings.length === 0) return offset === undefined ? undefined : { kind: 'new', offset };
  const lineOf = (place: number): number => folded.slice(0, place).split('\n').length;
  const onLine = strings.filter(({ start }) => offset !== undefined && lineOf(start) === lineOf(offset));
  const hit =
    stringAt(strings, offset) ?? onlyOne(onLine) ?? onlyOne(strings.filter(({ pointer }) => namesFile(pointer)));
  return hit && { kind: 'string', pointer: hit.pointer };
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function stringAt(strings: readonly JsonStringPlace[], offset: number | undefined): JsonStringPlace | undefined {
  return strings.find(({ start, end }) => offset !== undefined && start - 1 <= offset && offset <= end + 1);
}

/** How the folded body becomes one with the file. Undefined when the place is not there any more. */
export function attachEdit(
  folded: string,
  { place, placeholder, mediaType }: { place: AttachPlace; placeholder: string; mediaType: string },
): BodyEdit | undefined {
  switch (place.kind) {
    case 'string': {
      const found = jsonStrings(folded).find(({ pointer }) => pointer === place.pointer);
      return found && { start: found.start, end: found.end, text: placeholder };
    }
    case 'member':
      return memberEdit(folded, place.path, placeholder);
    case 'new':
      return { start: place.offset, end: place.offset, text: JSON.stringify(placeholder) };
    case 'file': {
      const found = findListed(folded, place.listed);
      const text = found?.hasDataPrefix ? `data:${mediaType};base64,${placeholder}` : placeholder;
      return found && { start: found.start, end: found.end, text };
    }
  }
}

/** What is missing on the way to the member is made as well. Undefined where something else stands in the way. */
function memberEdit(folded: string, path: JSONPath, placeholder: string): BodyEdit | undefined {
  try {
    const [edit, ...more] = modify(folded, path, placeholder, {
      formattingOptions: { insertSpaces: true, tabSize: 2 },
    });
    // One place changes, whatever is made on the way.
    return edit && more.length === 0
      ? { start: edit.offset, end: edit.offset + edit.length, text: edit.content }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves the member and takes its file. */
export function removeEdit(folded: string, listed: ListedFile): BodyEdit | undefined {
  const found = findListed(folded, listed);
  return found && { start: found.start, end: found.end, text: '' };
}

/** The same file at the same pointer, wherever that stands by now. */
function findListed(folded: string, { pointer, file }: ListedFile): ListedFile | undefined {
  const namesFile = (one: string): boolean => one === pointer;
  return listFiles(folded, { folds: bodyFolds, namesFile }).find(
    (one) => one.pointer === pointer && one.file.raw === file.raw,
  );
}
