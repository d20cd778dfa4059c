/** A `{{name}}` in a line of text: columns from 1, the end behind the last brace. */
export interface VariablePlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The variable that a column lies in. */
export function variableAt(line: string, column: number): VariablePlace | undefined {
  for (const match of line.matchAll(/\{\{([\p{L}_][\p{L}\p{N}_.-]*)\}\}/gu)) {
    const start = match.index + 1;
    const end = start + match[0].length;
    if (column >= start && column < end) return { name: match[1] ?? '', start, end };
  }
  return undefined;
}

/** Where the name begins and ends that is being typed behind two braces, and whether the closing ones are there already. */
export function nameBeingTyped(
  line: string,
  column: number,
): { readonly start: number; readonly end: number; readonly isClosed: boolean } | undefined {
  const before = /\{\{([\p{L}\p{N}_.-]*)$/u.exec(line.slice(0, column - 1));
  if (!before) return undefined;
  const after = /^([\p{L}\p{N}_.-]*)(\}\})?/u.exec(line.slice(column - 1));
  return {
    start: column - (before[1] ?? '').length,
    end: column + (after?.[1] ?? '').length,
    isClosed: after?.[2] !== undefined,
  };
}
