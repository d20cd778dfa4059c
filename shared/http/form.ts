import { bytesFromUtf8, utf8FromBytes } from '../crypto/encodings/utf8.ts';
import { HufuError } from '../hufu-error.ts';

/** `application/x-www-form-urlencoded` as the URL Standard writes and reads it, in UTF-8. */

export interface Pair {
  readonly name: string;
  readonly value: string;
}

export function writeForm(pairs: readonly Pair[]): string {
  return pairs.map(({ name, value }) => `${formText(name)}=${formText(value)}`).join('&');
}

/** Throws `form.encoding` for percent signs or bytes that stand for nothing. */
export function readForm(text: string): readonly Pair[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const end = pair.indexOf('=');
      const [name, value] = end === -1 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
      return { name: formDecoded(name), value: formDecoded(value) };
    });
}

/** One text as a form carries it: letters, digits and `*-._` as they are, a blank as `+`. */
export function formText(text: string): string {
  let written = '';
  for (const byte of bytesFromUtf8(text)) {
    const character = String.fromCharCode(byte);
    if (character === ' ') written += '+';
    else written += /[A-Za-z\d*\-._]/.test(character) ? character : percent(byte);
  }
  return written;
}

/** One text as part of a path or query (RFC 3986): all but letters, digits and `-._~` as %XX. */
export function addressText(text: string): string {
  let written = '';
  for (const byte of bytesFromUtf8(text)) {
    const character = String.fromCharCode(byte);
    written += /[A-Za-z\d\-._~]/.test(character) ? character : percent(byte);
  }
  return written;
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function formDecoded(text: string): string {
  const bytes: number[] = [];
  for (let place = 0; place < text.length;) {
    const character = text[place] ?? '';
    if (character === '%') {
      const hex = text.slice(place + 1, place + 3);
      if (!/^[\dA-Fa-f]{2}$/.test(hex)) throw badEncoding(text.slice(place, place + 3));
      bytes.push(Number.parseInt(hex, 16));
      place += 3;
      continue;
    }
    const whole = String.fromCodePoint(text.codePointAt(place) ?? 0);
    bytes.push(...(whole === '+' ? [0x20] : bytesFromUtf8(whole)));
    place += whole.length;
  }
  try {
    return utf8FromBytes(Uint8Array.from(bytes));
  } catch {
    throw badEncoding(text.slice(0, 20));
  }
}

function badEncoding(found: string): HufuError {
  return new HufuError({
    code: 'form.encoding',
    field: 'message',
    text: {
      zh: `表单里的“${found}”不是正确的百分号编码（UTF-8）。`,
      en: `"${found}" in the form is no percent encoding of UTF-8.`,
    },
  });
}
