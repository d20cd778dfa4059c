import { HufuError } from '../../hufu-error.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;

/** RFC 4648 section 4, with padding, in one line. */
export function base64FromBytes(bytes: Uint8Array): string {
  let text = '';
  let index = 0;
  for (; index + 2 < bytes.length; index += 3) {
    const group = (at(bytes, index) << 16) | (at(bytes, index + 1) << 8) | at(bytes, index + 2);
    text += character(group >> 18) + character(group >> 12) + character(group >> 6) + character(group);
  }
  if (bytes.length - index === 1) {
    const group = at(bytes, index) << 16;
    text += `${character(group >> 18)}${character(group >> 12)}==`;
  } else if (bytes.length - index === 2) {
    const group = (at(bytes, index) << 16) | (at(bytes, index + 1) << 8);
    text += `${character(group >> 18)}${character(group >> 12)}${character(group >> 6)}=`;
  }
  return text;
}

/**
 * Bytes of a Base64 text (RFC 4648 section 4), strictly: no blanks, padding where it belongs, unused bits zero.
 * Throws `base64.character`, `base64.length`, `base64.trailingBits`.
 */
export function bytesFromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw wrongLength(text.length);
  return decode(text.replace(/={1,2}$/, ''));
}

/** RFC 4648 section 5, without padding. */
export function base64UrlFromBytes(bytes: Uint8Array): string {
  return base64FromBytes(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws as `bytesFromBase64`. */
export function bytesFromBase64Url(text: string): Uint8Array {
  const wrong = text.search(/[^A-Za-z\d_-]/);
  if (wrong >= 0) throw wrongCharacter(wrong);
  if (text.length % 4 === 1) throw wrongLength(text.length);
  return decode(text.replaceAll('-', '+').replaceAll('_', '/'));
}

const lineLength = 76;

/** RFC 2045: lines of 76 characters ended by CRLF, none behind the last. */
export function base64LinesFromBytes(bytes: Uint8Array): string {
  return (base64FromBytes(bytes).match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []).join('\r\n');
}

/** Line ends are left out wherever they stand (RFC 2045 section 6.8); all else as `bytesFromBase64`. */
export function bytesFromBase64Lines(text: string): Uint8Array {
  return bytesFromBase64(text.replace(/[\r\n]/g, ''));
}

function decode(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw wrongCharacter(index);
    group = ((group << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (group >> bits) & 0xff;
      length += 1;
    }
  }
  if ((group & ((1 << bits) - 1)) !== 0) throw trailingBits();
  return bytes;
}

function character(group: number): string {
  return alphabet.charAt(group & 63);
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
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
