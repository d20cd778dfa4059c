import { jsonStrings } from '../../../../shared/files/json-strings.ts';
import type { AttachPlace } from './attach-places.ts';
import type { BodyEdit } from './body-edit.ts';

/** A place that takes a text: a string that is there, or a new one. */
export type TextPlace = Exclude<AttachPlace, { readonly kind: 'file' }>;

/** How the folded body becomes one with the text, escaped as JSON. Undefined when the place is not there any more. */
export function insertText(
  folded: string,
  { place, text }: { readonly place: TextPlace; readonly text: string },
): BodyEdit | undefined {
  const written = JSON.stringify(text);
  if (place.kind === 'new') return { start: place.offset, end: place.offset, text: written };
  const found = jsonStrings(folded).find(({ pointer }) => pointer === place.pointer);
  return found && { start: found.start, end: found.end, text: written.slice(1, -1) };
}
