import { isClosed, jsonScalars } from '../json/json-scalars.ts';
import type { TextRange } from './base64-runs.ts';

/** A string that is a value, by where its content stands: without its quotes, escapes as written. */
export interface JsonStringPlace extends TextRange {
  /** RFC 6901. */
  readonly pointer: string;
}

/** All strings that are values, in a text that may not be valid. */
export function jsonStrings(text: string): readonly JsonStringPlace[] {
  return jsonScalars(text).flatMap(({ start, end, pointer }) =>
    text[start] === '"' ? [{ pointer, start: start + 1, end: end - (isClosed(text.slice(start, end)) ? 1 : 0) }] : [],
  );
}
