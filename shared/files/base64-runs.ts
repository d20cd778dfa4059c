/** A stretch of a text, in UTF-16 units; `end` is behind its last one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const backslash = 0x5c;
const letterU = 0x75;

/** 1 for the digits of both alphabets of RFC 4648, 0 for all else. */
const digits = new Uint8Array(128);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  digits[digit.charCodeAt(0)] = 1;

/** Digits and padding as escapes of a JSON string: some serializers write `\/`, `\u003d`, `\u002b`, `\u002f`. */
const digitEscape = /\\\/|\\u002[bBfF]/y;
const paddingEscape = /\\u003[dD]/y;
/** Ends of lines inside a JSON string. */
const lineEndEscape = /\\[nr]|\\u000[aAdD]/y;

/**
 * Where a text holds Base64 of at least `shortest` characters, in one pass: digits, their JSON escapes, ends of lines
 * written as escapes, padding at the end. What surrounds it is not looked at, so that it is found in text that is no
 * valid JSON (yet), and in JSON inside a string.
 */
export function base64Runs(text: string, shortest: number): readonly TextRange[] {
  const runs: TextRange[] = [];
  const { length } = text;
  let offset = 0;
  while (offset < length) {
    const start = offset;
    let end = behindDigits(text, start);
    if (end === start) {
      offset = behindOther(text, start);
      continue;
    }
    for (let count = 0; count < 2; count += 1) end = behindPadding(text, end);
    end = behindLineEnds(text, end);
    if (end - start >= shortest) runs.push({ start, end });
    offset = end;
  }
  return runs;
}

function behindDigits(text: string, start: number): number {
  for (let offset = start; ; offset += 1) {
    let code = text.charCodeAt(offset);
    while (code < 128 && digits[code] === 1) {
      offset += 1;
      code = text.charCodeAt(offset);
    }
    if (code !== backslash) return offset;
    // An end of a line belongs to what stands before it, and to nothing where nothing does.
    const escape =
      behind(text, offset, digitEscape) ?? (offset > start ? behind(text, offset, lineEndEscape) : undefined);
    if (escape === undefined) return offset;
    offset = escape - 1;
  }
}

function behindPadding(text: string, offset: number): number {
  return text[offset] === '=' ? offset + 1 : (behind(text, offset, paddingEscape) ?? offset);
}

function behindLineEnds(text: string, start: number): number {
  let offset = start;
  for (;;) {
    const next = behind(text, offset, lineEndEscape);
    if (next === undefined) return offset;
    offset = next;
  }
}

/** What is escaped is no digit: the `n` of `\n`, the digits of `\u4e2d`. */
function behindOther(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== backslash) return offset + 1;
  return offset + (text.charCodeAt(offset + 1) === letterU ? 6 : 2);
}

function behind(text: string, offset: number, pattern: RegExp): number | undefined {
  if (text.charCodeAt(offset) !== backslash) return undefined;
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
