import { bytesFromGbk, gbkFromBytes } from './gbk.ts';
import { bytesFromUtf8, utf8FromBytes } from './utf8.ts';

export type Charset = 'UTF-8' | 'GBK';

/** Throws when the charset has no form of the text. */
export function textToBytes(text: string, charset: Charset): Uint8Array {
  return charset === 'GBK' ? bytesFromGbk(text) : bytesFromUtf8(text);
}

/** Throws when the bytes are no text in the charset. */
export function bytesToText(bytes: Uint8Array, charset: Charset): string {
  return charset === 'GBK' ? gbkFromBytes(bytes) : utf8FromBytes(bytes);
}
