/** A `{{name}}` that has no value. */
export interface UnknownVariable {
  readonly name: string;
  /** Both count from 1, columns in UTF-16 units. */
  readonly position: { readonly line: number; readonly column: number };
}

export interface FilledText {
  readonly text: string;
  readonly unknown: readonly UnknownVariable[];
}

/** Inside a JSON text: an escape, the quote that begins or ends a string, a variable. */
const jsonToken = /\\[\s\S]|"|\{\{([\p{L}_][\p{L}\p{N}_.-]*)\}\}/gu;
const plainToken = /\{\{([\p{L}_][\p{L}\p{N}_.-]*)\}\}/gu;

/**
 * Puts values in place of `{{name}}`: a look-up and nothing else, no expression, no value looked into again. `json`: a
 * value inside a string is escaped as JSON wants it, one outside stands as it is (a number, an object). What has no value
 * stays as it is and is reported.
 */
export function fillText(
  text: string,
  { values, syntax }: { readonly values: Readonly<Record<string, string>>; readonly syntax: 'json' | 'plain' },
): FilledText {
  if (!text.includes('{{')) return { text, unknown: [] };
  const unknown: UnknownVariable[] = [];
  let inString = false;
  const filled = text.replace(
    syntax === 'json' ? jsonToken : plainToken,
    (token, name: string | undefined, at: number) => {
      if (token === '"') inString = !inString;
      if (name === undefined) return token;
      if (!Object.hasOwn(values, name)) {
        unknown.push({ name, position: positionOf(text, at) });
        return token;
      }
      const value = values[name] ?? '';
      return inString ? JSON.stringify(value).slice(1, -1) : value;
    },
  );
  return { text: filled, unknown };
}

function positionOf(text: string, at: number): UnknownVariable['position'] {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
