import { bytesFromBase64, bytesFromBase64Url } from '../crypto/encodings/base64.ts';
import { HufuError } from '../hufu-error.ts';
import { type FileType, fileTypeOf, unknownFile } from './file-type.ts';

/** A file as it stands in a JSON string. */
export interface Base64File {
  /** Exactly as written between the quotes, escapes and all, without the prefix of a data URI. */
  readonly raw: string;
  readonly type: FileType;
  /** Bytes of the file. */
  readonly size: number;
}

interface RecogniseOptions {
  /** How many characters make a file of what is of no known type. */
  readonly shortestUnknown: number;
}

/** As many digits as tell the type. A member of a ZIP has at most 64 KB of comment behind the directory. */
const headDigits = 5336;
const tailDigits = 100_000;

/** What Base64 text of a JSON string holds; undefined when it is no Base64, or of no known type and short. */
export function recogniseFile(raw: string, { shortestUnknown }: RecogniseOptions): Base64File | undefined {
  const plain = plainDigits(raw);
  if (plain === undefined) return undefined;
  const { digits, isUrl } = plain;
  if (digits.length === 0 || digits.length % 4 === 1) return undefined;
  try {
    const type = fileTypeOf({
      head: decode({ digits: digits.slice(0, headDigits - (headDigits % 4)), isUrl }),
      tail: () =>
        decode({ digits: digits.slice(Math.max(0, digits.length - tailDigits - (digits.length % 4))), isUrl }),
    });
    if (type === undefined && (digits.length < shortestUnknown || !looksEncoded(digits))) return undefined;
    return { raw, type: type ?? unknownFile, size: Math.floor((digits.length * 3) / 4) };
  } catch (error) {
    // Bits left over at the end: cut off, or no Base64 at all.
    if (error instanceof HufuError) return undefined;
    throw error;
  }
}

/** The bytes of a file. Throws as `bytesFromBase64` does. */
export function fileBytes({ raw }: Pick<Base64File, 'raw'>): Uint8Array {
  const plain = plainDigits(raw);
  return plain ? decode(plain) : bytesFromBase64(raw);
}

interface Digits {
  /** Without escapes, ends of lines and padding. */
  readonly digits: string;
  /** RFC 4648 section 5. */
  readonly isUrl: boolean;
}

/** Undefined for what no alphabet has: a blank, digits of both alphabets, padding in the middle. */
function plainDigits(raw: string): Digits | undefined {
  const text = raw.includes('\\') ? withoutEscapes(raw) : raw;
  const digits = text.replace(/={1,2}$/, '');
  const padding = text.length - digits.length;
  if (padding > 0 && text.length % 4 !== 0) return undefined;
  if (/[^A-Za-z0-9+/_-]/.test(digits)) return undefined;
  const isUrl = digits.includes('-') || digits.includes('_');
  return isUrl && (digits.includes('+') || digits.includes('/')) ? undefined : { digits, isUrl };
}

function withoutEscapes(raw: string): string {
  return raw
    .replaceAll(/\\[nr]|\\u000[aAdD]/g, '')
    .replaceAll('\\/', '/')
    .replaceAll(/\\u002[bB]/g, '+')
    .replaceAll(/\\u002[fF]/g, '/')
    .replaceAll(/\\u003[dD]/g, '=');
}

function decode({ digits, isUrl }: Digits): Uint8Array {
  return isUrl ? bytesFromBase64Url(digits) : bytesFromBase64(digits.padEnd(Math.ceil(digits.length / 4) * 4, '='));
}

/** Long hex and decimal texts are Base64 by their characters, and are no files. */
function looksEncoded(digits: string): boolean {
  if (digits.length < 256) return true;
  const sample = digits.slice(0, 4096);
  return /[A-Z]/.test(sample) && /[a-z]/.test(sample) && /[g-zG-Z]/.test(sample) && /\d/.test(sample);
}
