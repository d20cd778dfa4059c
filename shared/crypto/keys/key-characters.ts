import type { Bilingual } from '../../bilingual.ts';
import type { HufuError } from '../../hufu-error.ts';
import { bytesFromBase64 } from '../encodings/base64.ts';
import { bytesFromHex } from '../encodings/hex.ts';
import { keyError } from './key-error.ts';
import type { TextWrapping } from './key-form.ts';

/**
 * The bytes of a bare key text, hex or Base64, told apart by their characters. White space anywhere, `0x` in front and
 * colons between pairs of hex digits (as `openssl -text` prints) are passed over; padding of Base64 may be missing.
 * Throws `key.characters` and `key.length`.
 */
export function bytesFromKeyText(text: string): { readonly wrapping: TextWrapping; readonly bytes: Uint8Array } {
  const dense = text.replace(/\s/g, '');
  const digits = dense.replace(/^0[xX]/, '').replace(/^(?:[0-9a-fA-F]{2}:)+[0-9a-fA-F]{2}:?$/, withoutColons);
  if (/^[0-9a-fA-F]+$/.test(digits)) return { wrapping: 'hex', bytes: bytesFromDigits(digits) };
  if (isNearlyHex(dense)) {
    throw wrongCharacter({ text, before: '', pattern: /[^0-9a-fA-F\s]/u, expected: { zh: '十六进制', en: 'hex' } });
  }
  return { wrapping: /[-_]/.test(dense) ? 'base64url' : 'base64', bytes: bytesFromBase64Text(text) };
}

/**
 * Base64 or Base64url in any lines, with or without padding. `before` is what stands in front of it in the input, so
 * that positions count from there. Throws `key.characters`, `base64.trailingBits`, and `key.length` for a cut text.
 */
export function bytesFromBase64Text(text: string, before = ''): Uint8Array {
  const dense = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(dense) && !/^[A-Za-z0-9_-]*={0,2}$/.test(dense)) {
    const urlSafe = /[-_]/.test(dense) && !/[+/]/.test(dense);
    const misplaced = urlSafe ? /[^A-Za-z0-9_\-=\s]|=(?!=?\s*$)/u : /[^A-Za-z0-9+/=\s]|=(?!=?\s*$)/u;
    throw wrongCharacter({ text, before, pattern: misplaced, expected: { zh: 'Base64', en: 'Base64' } });
  }
  const standard = dense.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  if (standard.length % 4 === 1) {
    throw keyError('key.length', {
      zh: `Base64 有 ${standard.length} 个字符，不可能是完整的内容：少复制或多复制了字符。`,
      en: `The Base64 has ${standard.length} characters, which no content has: some were lost or added in copying.`,
    });
  }
  return bytesFromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='));
}

function withoutColons(pairs: string): string {
  return pairs.replaceAll(':', '');
}

function bytesFromDigits(digits: string): Uint8Array {
  if (digits.length % 2 === 1) {
    throw keyError('key.length', {
      zh: `有 ${digits.length} 位十六进制数字，是奇数：少复制或多复制了一位，或者程序省略了开头的 0。`,
      en: `There are ${digits.length} hex digits, an odd number: one was lost or added, or a program dropped a leading 0.`,
    });
  }
  return bytesFromHex(digits);
}

/** In Base64 one character in three is a hex digit by chance; a text with seven of eight was meant as hex. */
function isNearlyHex(dense: string): boolean {
  const others = dense.replace(/[0-9a-fA-F]/g, '').length;
  return dense.length >= 16 && others * 8 <= dense.length && !dense.endsWith('=');
}

/** Names the character and its place: the one character that is not part of any key. */
function wrongCharacter(place: {
  readonly text: string;
  readonly before: string;
  readonly pattern: RegExp;
  readonly expected: Bilingual;
}): HufuError {
  const match = place.pattern.exec(place.text);
  const lines = (place.before + place.text.slice(0, match?.index)).split('\n');
  const position = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const found = match?.[0] ?? '';
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return keyError(
    'key.characters',
    {
      zh: `第 ${position.line} 行第 ${position.column} 个字符“${found}”（${code}）不属于${place.expected.zh}。`,
      en: `Line ${position.line}, column ${position.column}: "${found}" (${code}) does not belong to ${place.expected.en}.`,
    },
    position,
  );
}
