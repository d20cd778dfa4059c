import type { TextRange } from './base64-runs.ts';

/** A string that is a value, by where its content stands: without its quotes, escapes as written. */
export interface JsonStringPlace extends TextRange {
  /** RFC 6901. */
  readonly pointer: string;
}

interface Container {
  readonly pointer: string;
  readonly isArray: boolean;
  /** Of the item or member that comes next or stands here. */
  token: string;
  index: number;
  /** In an object: whether a string here is a name. */
  expectsName: boolean;
}

/**
 * All strings that are values, with where they stand. Nothing is refused: what is being typed is seldom valid, and behind a
 * mistake a pointer may be wrong while the places stay right.
 */
export function jsonStrings(text: string): readonly JsonStringPlace[] {
  const places: JsonStringPlace[] = [];
  const open: Container[] = [];
  const here = (): string => {
    const container = open.at(-1);
    if (!container) return '';
    const token = container.isArray ? String(container.index) : container.token;
    return `${container.pointer}/${token}`;
  };

  for (const { 0: token, index } of text.matchAll(tokens)) {
    const container = open.at(-1);
    switch (token) {
      case '{':
      case '[':
        open.push({ pointer: here(), isArray: token === '[', token: '', index: 0, expectsName: token === '{' });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (container) {
          container.index += 1;
          container.expectsName = !container.isArray;
        }
        break;
      case ':':
        if (container) container.expectsName = false;
        break;
      default: {
        const closed = token.length > 1 && token.endsWith('"') ? 1 : 0;
        const range = { start: index + 1, end: index + token.length - closed };
        if (container?.expectsName) container.token = escapedToken(text.slice(range.start, range.end));
        else places.push({ pointer: here(), ...range });
      }
    }
  }
  return places;
}

/** Strings end with their quote, or with their line where the quote is missing. Unrolled: alternatives would fill the stack. */
const tokens = /[{}[\],:]|"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"?/g;

function escapedToken(name: string): string {
  return unquoted(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

function unquoted(content: string): string {
  if (!content.includes('\\')) return content;
  try {
    return String(JSON.parse(`"${content}"`));
  } catch {
    return content;
  }
}
