import { HufuError } from '../../hufu-error.ts';
import { textFromAscii } from './ascii.ts';

interface Alphabet {
  /** Character codes of the 64 digits. */
  readonly codes: Uint8Array;
  /** Value of each digit by its character code, −1 for all else. */
  readonly values: Int8Array;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** RFC 4648 sections 4 and 5. */
const plain = alphabetOf(`${letters}+/`);
const url = alphabetOf(`${letters}-_`);

const padding = '='.charCodeAt(0);
/** RFC 2045 section 6.8. */
const lineLength = 76;

/** RFC 4648 section 4, with padding, in one line. */
export function base64FromBytes(bytes: Uint8Array): string {
  return textFromAscii(encode(bytes, { alphabet: plain, padded: true }));
}

/**
 * Bytes of a Base64 text (RFC 4648 section 4), strictly: no blanks, padding where it belongs, unused bits zero.
 * Throws `base64.character`, `base64.length`, `base64.trailingBits`.
 */
export function bytesFromBase64(text: string): Uint8Array {
  return decodePadded(text);
}

/** RFC 4648 section 5, without padding. */
export function base64UrlFromBytes(bytes: Uint8Array): string {
  return textFromAscii(encode(bytes, { alphabet: url, padded: false }));
}

/** Throws as `bytesFromBase64`, for padding as well. */
export function bytesFromBase64Url(text: string): Uint8Array {
  const bytes = decode(text, { alphabet: url, placeOf: (index) => index });
  if (text.length % 4 === 1) throw wrongLength(text.length);
  return bytes;
}

/** RFC 2045: lines of 76 characters ended by CRLF, none behind the last. */
export function base64LinesFromBytes(bytes: Uint8Array): string {
  const text = base64FromBytes(bytes);
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += lineLength) lines.push(text.slice(start, start + lineLength));
  return lines.join('\r\n');
}

/** Ends of lines are left out wherever they stand, as RFC 2045 section 6.8 has it; all else as `bytesFromBase64`. */
export function bytesFromBase64Lines(text: string): Uint8Array {
  return decodePadded(text.replaceAll(/[\r\n]+/g, ''), (index) => placeWithLineEnds(text, index));
}

/** Where in `text` the character stands that is number `index` when line ends are not counted. */
function placeWithLineEnds(text: string, index: number): number {
  let left = index;
  let place = 0;
  for (; left > 0 || text[place] === '\r' || text[place] === '\n'; place += 1) {
    if (text[place] !== '\r' && text[place] !== '\n') left -= 1;
  }
  return place;
}

function encode(
  bytes: Uint8Array,
  { alphabet: { codes }, padded }: { readonly alphabet: Alphabet; readonly padded: boolean },
): Uint8Array {
  const digits = Math.ceil((bytes.length * 4) / 3);
  const text = new Uint8Array(padded ? Math.ceil(bytes.length / 3) * 4 : digits);
  let group = 0;
  for (let index = 0; index < digits; index += 1) {
    // Four digits stand for three bytes: the first digit of four brings all three.
    if (index % 4 === 0) {
      const first = (index / 4) * 3;
      group = ((bytes[first] ?? 0) << 16) | ((bytes[first + 1] ?? 0) << 8) | (bytes[first + 2] ?? 0);
    }
    text[index] = codes[(group >> (18 - (index % 4) * 6)) & 63] ?? 0;
  }
  return text.fill(padding, digits);
}

/** `placeOf` tells where in what the user sees a character stands. */
function decodePadded(text: string, placeOf: (index: number) => number = (index) => index): Uint8Array {
  const bytes = decode(text.replace(/={1,2}$/, ''), { alphabet: plain, placeOf });
  if (text.length % 4 !== 0) throw wrongLength(text.length);
  return bytes;
}

function decode(
  text: string,
  { alphabet: { values }, placeOf }: { readonly alphabet: Alphabet; readonly placeOf: (index: number) => number },
): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw wrongCharacter(placeOf(index));
    group = ((group << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = group >> bits;
      length += 1;
    }
  }
  // Six bits over are half a byte that lacks its other digit: a length that the caller refuses.
  if (bits < 6 && (group & ((1 << bits) - 1)) !== 0) throw trailingBits();
  return bytes;
}

function alphabetOf(digits: string): Alphabet {
  const codes = Uint8Array.from(digits, (digit) => digit.charCodeAt(0));
  const values = new Int8Array(128).fill(-1);
  codes.forEach((code, value) => {
    values[code] = value;
  });
  return { codes, values };
}

function wrongLength(length: number): HufuError {
  return new HufuError({
    code: 'base64.length',
    text: {
      zh: `Base64 的长度应为 4 的倍数，实际 ${length} 个字符；可能被截断或少了“=”。`,
      en: `Base64 has a multiple of 4 characters and this has ${length}; it may be cut off or lack "=".`,
    },
  });
}

function wrongCharacter(index: number): HufuError {
  return new HufuError({
    code: 'base64.character',
    text: {
      zh: `不是 Base64：第 ${index + 1} 个字符不在字母表中。`,
      en: `Not Base64: character ${index + 1} is not in the alphabet.`,
    },
  });
}

function trailingBits(): HufuError {
  return new HufuError({
    code: 'base64.trailingBits',
    text: {
      zh: '不是规范的 Base64：末尾多出的比特不为零，可能被截断或改动。',
      en: 'Not canonical Base64: the unused bits at the end are not zero; it may be cut off or changed.',
    },
  });
}
