import { decodeQRBatch } from 'qr/decode.js';
import type { Pixels } from './qr-drawing.ts';

/** The decoder takes no longer side. */
export const longestSide = 4096;

/** Given to what is not found at the first look. */
const retryMilliseconds = 3000;

/** The texts of all codes in a picture, each once; none where none is found. No side may be longer than `longestSide`. */
export async function readQrPixels({ width, height, data }: Pixels): Promise<readonly string[]> {
  const [found = []] = await decodeQRBatch([{ width, height, data }], {
    effort: Infinity,
    timeLimit: retryMilliseconds,
    maxSize: { width, height },
    textDecoder,
  });
  return [...new Set(found.filter((result) => typeof result === 'string'))];
}

/** What a code may say that its bytes are (AIM ECI), besides UTF-8; the decoder says 26, UTF-8, of those that say nothing. */
const charsets: Readonly<Record<number, string>> = {
  1: 'latin1',
  3: 'latin1',
  28: 'big5',
  29: 'gb18030',
  32: 'gb18030',
};

/** Most codes say nothing: UTF-8 proves itself, and what is not UTF-8 is written as it is in China. */
function textDecoder(bytes: Uint8Array, eci = 26): string {
  const said = charsets[eci];
  if (said !== undefined) return new TextDecoder(said).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
