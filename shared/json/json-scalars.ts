import { pointerToken } from './json-pointer.ts';

/** A scalar that is a value, by where it stands in its text, quotes and all; `end` is behind it. */
export interface JsonScalarPlace {
  readonly start: number;
  readonly end: number;
  /** RFC 6901. */
  readonly pointer: string;
  /** Of the member that it is; undefined for an item of a list and for the whole. */
  readonly name: string | undefined;
  /** Of the object or list around it: the same for those that stand beside each other. */
  readonly parent: string;
}

interface Container {
  readonly pointer: string;
  readonly isArray: boolean;
  /** Of the member that comes next or stands here. */
  name: string;
  index: number;
  /** In an object: whether a string here is a name. */
  expectsName: boolean;
}

/** Strings end with their quote, or with their line where the quote is missing. Unrolled: alternatives would fill the stack. */
const tokens = /[{}[\],:]|"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"?|[^\s{}[\],:"]+/g;

/**
 * All scalars that are values, with where they stand. Nothing is refused and nothing built: what is being typed is seldom valid, and
 * behind a mistake a pointer may be wrong while the places stay right.
 */
export function jsonScalars(text: string): readonly JsonScalarPlace[] {
  const places: JsonScalarPlace[] = [];
  const open: Container[] = [];
  const here = (container: Container | undefined): string =>
    container ? `${container.pointer}/${container.isArray ? container.index : pointerToken(container.name)}` : '';

  for (const { 0: token, index } of text.matchAll(tokens)) {
    const container = open.at(-1);
    switch (token) {
      case '{':
      case '[':
        open.push({ pointer: here(container), isArray: token === '[', name: '', index: 0, expectsName: token === '{' });
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
      default:
        if (container?.expectsName) container.name = scalarAt(token);
        else {
          places.push({
            start: index,
            end: index + token.length,
            pointer: here(container),
            name: container?.isArray === false ? container.name : undefined,
            parent: container?.pointer ?? '',
          });
        }
    }
  }
  return places;
}

/** What a scalar says: a string without its quotes and escapes, null as nothing, all else as it is written. */
export function scalarAt(token: string): string {
  if (!token.startsWith('"')) return token === 'null' ? '' : token;
  const content = token.slice(1, isClosed(token) ? -1 : undefined);
  if (!content.includes('\\')) return content;
  try {
    return String(JSON.parse(`"${content}"`));
  } catch {
    return content;
  }
}

/** Whether a string has its closing quote. */
export function isClosed(token: string): boolean {
  return token.length > 1 && token.endsWith('"');
}
