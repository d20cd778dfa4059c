import { HufuError } from '../../hufu-error.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws `utf8.loneSurrogate`: half a character has no UTF-8 form. */
export function bytesFromUtf8(text: string): Uint8Array {
  if (!text.isWellFormed()) {
    throw new HufuError({
      code: 'utf8.loneSurrogate',
      text: {
        zh: '文本含有不成对的代理项（半个字符），没有 UTF-8 形式。',
        en: 'The text holds an unpaired surrogate (half a character), which has no UTF-8 form.',
      },
    });
  }
  return encoder.encode(text);
}

/** Text of UTF-8 bytes as they are, a BOM included. Throws `utf8.invalid`. */
export function utf8FromBytes(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new HufuError({
      code: 'utf8.invalid',
      text: {
        zh: '这些字节不是 UTF-8 文本；可能是 GBK，也可能没有正确解密。',
        en: 'These bytes are not UTF-8 text; they may be GBK, or not rightly decrypted.',
      },
    });
  }
}
