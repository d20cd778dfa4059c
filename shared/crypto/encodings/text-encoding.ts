import type { CryptoEngine } from '../engine.ts';
import {
  base64FromBytes,
  base64LinesFromBytes,
  base64UrlFromBytes,
  bytesFromBase64,
  bytesFromBase64Lines,
  bytesFromBase64Url,
} from './base64.ts';
import { bytesFromHex, hexFromBytes } from './hex.ts';

/** `base64lines`: lines of 76 characters with CRLF. `base64url`: without padding. */
export type TextEncoding = 'hex' | 'HEX' | 'base64' | 'base64url' | 'base64lines';

/** Bytes as text. An engine, where one is at hand, has faster forms of the two most used encodings. */
export function encodeText(
  bytes: Uint8Array,
  encoding: TextEncoding,
  engine: Pick<CryptoEngine, 'encodeHex' | 'encodeBase64'> = portable,
): string {
  switch (encoding) {
    case 'hex':
      return engine.encodeHex(bytes);
    case 'HEX':
      return engine.encodeHex(bytes).toUpperCase();
    case 'base64':
      return engine.encodeBase64(bytes);
    case 'base64url':
      return base64UrlFromBytes(bytes);
    case 'base64lines':
      return base64LinesFromBytes(bytes);
  }
}

const portable = { encodeHex: hexFromBytes, encodeBase64: base64FromBytes };

/** The bytes of a text, strictly. `hex` and `HEX` both read either case. */
export function decodeText(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'hex':
    case 'HEX':
      return bytesFromHex(text);
    case 'base64':
      return bytesFromBase64(text);
    case 'base64url':
      return bytesFromBase64Url(text);
    case 'base64lines':
      return bytesFromBase64Lines(text);
  }
}
