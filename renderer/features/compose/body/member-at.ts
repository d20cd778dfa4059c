export interface MemberOnLine {
  readonly name: string;
  /** The text of a string value or the digits of a number; undefined for anything else or a value on another line. */
  readonly value: string | undefined;
  /** Columns from 1, `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
}

/** Lines longer than this are not searched: a hover must not hold up the editor. */
const longestLine = 20_000;

const member = /"((?:[^"\\]|\\.)*)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)?/g;

/** The JSON member whose name or value stands at a column (from 1) of a line. */
export function memberAt(line: string, column: number): MemberOnLine | undefined {
  if (line.length > longestLine) return undefined;
  for (const match of line.matchAll(member)) {
    const start = match.index + 1;
    const end = start + match[0].length;
    if (column < start) return undefined;
    if (column <= end) return { name: unquoted(`"${match[1]}"`), value: match[2] && unquoted(match[2]), start, end };
  }
  return undefined;
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
