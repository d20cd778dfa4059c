import type { KeyDescription } from '../../model/key.ts';
import { HufuError } from '../../hufu-error.ts';
import { bytesFromBase64 } from '../encodings/base64.ts';
import { bytesFromHex } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';

type Reading = NonNullable<KeyDescription['reading']>;

/** By length, so that no text has two readings. */
const readings: ReadonlyArray<readonly [Reading, (text: string) => Uint8Array, RegExp]> = [
  ['ascii16', bytesFromUtf8, /^[^]{1,16}$/],
  ['hex32', bytesFromHex, /^[^]{32}$/],
  ['base64', bytesFromBase64, /^[^]{24}$/],
];

/** The reading under which the text of an SM4 or AES key gives 16 bytes, and those bytes; undefined when none does. */
export function symmetricReading(text: string): { readonly reading: Reading; readonly bytes: Uint8Array } | undefined {
  for (const [reading, read, length] of readings) {
    const bytes = length.test(text) ? bytesOrNone(read, text) : undefined;
    if (bytes?.length === 16) return { reading, bytes };
  }
  return undefined;
}

function bytesOrNone(read: (text: string) => Uint8Array, text: string): Uint8Array | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof HufuError) return undefined;
    throw error;
  }
}
