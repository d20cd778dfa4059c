import { z } from 'zod';
import { bytesFromBase64 } from '../crypto/encodings/base64.ts';
import { bytesFromHex } from '../crypto/encodings/hex.ts';
import { bytesFromUtf8 } from '../crypto/encodings/utf8.ts';
import type { CryptoEngine } from '../crypto/engine.ts';
import { readPlainPrivateKey } from '../crypto/keys/read-plain-private-key.ts';
import { readPlainPublicKey } from '../crypto/keys/read-plain-public-key.ts';
import { HufuError, withContext } from '../hufu-error.ts';

/** How the text of a symmetric key becomes 16 bytes: its characters, hex, Base64, or the MD5 of a phrase. */
export const symmetricKeyReading = z.enum(['ascii16', 'hex32', 'base64', 'md5']);
export type SymmetricKeyReading = z.infer<typeof symmetricKeyReading>;

interface KeyPlace {
  readonly slot: string;
  readonly engine: CryptoEngine;
}

/** 16 bytes. Throws `key.length`, or what the encoding refuses; the key itself is in no message. */
export function readSymmetricKey(
  text: string,
  { reading, slot, engine }: KeyPlace & { readonly reading: SymmetricKeyReading },
): Uint8Array {
  try {
    const key = symmetricKeyBytes(text, { reading, engine });
    if (key.length !== 16) throw wrongLength({ slot, reading, found: key.length });
    return key;
  } catch (error) {
    throw withContext(error, { field: slot });
  }
}

function symmetricKeyBytes(
  text: string,
  { reading, engine }: { readonly reading: SymmetricKeyReading; readonly engine: CryptoEngine },
): Uint8Array {
  switch (reading) {
    case 'ascii16':
      return bytesFromUtf8(text);
    case 'hex32':
      return bytesFromHex(text);
    case 'base64':
      return bytesFromBase64(text);
    case 'md5':
      return engine.md5(bytesFromUtf8(text));
  }
}

/** 32 bytes, from any form of private key that no password protects. */
export function readSm2PrivateKey(text: string, { slot, engine }: KeyPlace): Uint8Array {
  try {
    return readPlainPrivateKey(text, { engine }).privateKey;
  } catch (error) {
    throw withContext(error, { field: slot });
  }
}

/** 65 bytes, 04‖X‖Y, from any form of public key but a certificate. */
export function readSm2PublicKey(text: string, { slot }: KeyPlace): Uint8Array {
  try {
    return readPlainPublicKey(text).publicKey;
  } catch (error) {
    throw withContext(error, { field: slot });
  }
}

const readingWords: Readonly<Record<SymmetricKeyReading, { readonly zh: string; readonly en: string }>> = {
  ascii16: { zh: '16 个字符（ascii16）', en: '16 characters (ascii16)' },
  hex32: { zh: '32 位十六进制（hex32）', en: '32 hex digits (hex32)' },
  base64: { zh: '16 字节的 Base64（base64）', en: 'Base64 of 16 bytes (base64)' },
  md5: { zh: '口令的 MD5（md5）', en: 'the MD5 of a phrase (md5)' },
};

function wrongLength(place: {
  readonly slot: string;
  readonly reading: SymmetricKeyReading;
  readonly found: number;
}): HufuError {
  const expected = readingWords[place.reading];
  return new HufuError({
    code: 'key.length',
    field: place.slot,
    text: {
      zh: `密钥 ${place.slot} 读出 ${place.found} 字节，应为 16 字节。约定的读法是 ${expected.zh}。`,
      en: `Key ${place.slot} gives ${place.found} bytes and must give 16. It is agreed to be ${expected.en}.`,
    },
  });
}
