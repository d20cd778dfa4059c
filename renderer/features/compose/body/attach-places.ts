import type { NamesFile } from '../../../../shared/files/file-members.ts';
import { jsonStrings } from '../../../../shared/files/json-strings.ts';
import type { ListedFile } from '../../../../shared/files/list-files.ts';
import { listFiles } from '../../../../shared/files/list-files.ts';
import type { BodyEdit } from './body-edit.ts';
import { bodyFolds } from './body-folds.ts';

/** Where a file goes: into a string that is there, by its pointer; into a new one; or in place of another file. */
export type AttachPlace =
  | { readonly kind: 'string'; readonly pointer: string }
  | { readonly kind: 'new'; readonly offset: number }
  | { readonly kind: 'file'; readonly listed: ListedFile };

/** A menu that is longer is searched rather than read; the cursor says it faster. */
const mostPlaces = 12;

interface AttachOptions {
  /** Of the cursor in the folded body; undefined without one. */
  readonly offset: number | undefined;
  readonly namesFile: NamesFile;
}

/** Where a file may go, the likeliest first: the string at the cursor, those that the schema names, the others. */
export function attachPlaces(folded: string, { offset, namesFile }: AttachOptions): readonly AttachPlace[] {
  const strings = jsonStrings(folded);
  const atCursor = strings.find(
    (place) => offset !== undefined && place.start - 1 <= offset && offset <= place.end + 1,
  );
  const named = strings.filter(({ pointer }) => namesFile(pointer));
  const pointers = new Set([...(atCursor ? [atCursor] : []), ...named, ...strings].map(({ pointer }) => pointer));
  const places = [...pointers].slice(0, mostPlaces).map((pointer) => ({ kind: 'string', pointer }) as const);
  return atCursor || offset === undefined ? places : [...places, { kind: 'new', offset }];
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
    case 'new':
      return { start: place.offset, end: place.offset, text: JSON.stringify(placeholder) };
    case 'file': {
      const found = findListed(folded, place.listed);
      const text = found?.hasDataPrefix ? `data:${mediaType};base64,${placeholder}` : placeholder;
      return found && { start: found.start, end: found.end, text };
    }
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
