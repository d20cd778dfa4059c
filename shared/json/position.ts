export interface TextPosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
}

/** Line and column of an offset in a text whose lines end in LF, CRLF or CR. */
export function positionAt(text: string, offset: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (const { index, 0: ending } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    lineStart = index + ending.length;
  }
  return { line, column: offset - lineStart + 1 };
}
