import { HufuError } from '../../hufu-error.ts';

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex. */
export function hexFromBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** Bytes of a hex text in either case. Throws `hex.oddLength` and `hex.character` (which names the place, not the text). */
export function bytesFromHex(text: string): Uint8Array {
  const wrong = text.search(/[^\da-fA-F]/);
  if (wrong >= 0) {
    throw new HufuError({
      code: 'hex.character',
      text: {
        zh: `不是十六进制：第 ${wrong + 1} 个字符不是 0-9、a-f、A-F。`,
        en: `Not hex: character ${wrong + 1} is none of 0-9, a-f, A-F.`,
      },
    });
  }
  if (text.length % 2 !== 0) {
    throw new HufuError({
      code: 'hex.oddLength',
      text: {
        zh: `十六进制应为偶数个字符，实际 ${text.length} 个；可能丢了开头的 0。`,
        en: `Hex has an even number of characters and this has ${text.length}; a leading 0 may be missing.`,
      },
    });
  }
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}
