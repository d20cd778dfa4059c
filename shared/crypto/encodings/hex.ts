import { HufuError } from '../../hufu-error.ts';
import { textFromAscii } from './ascii.ts';

const digitCodes = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Value of each digit by its character code, −1 for all else. */
const digitValues = new Int8Array(128).fill(-1);
for (let value = 0; value < 16; value += 1) {
  digitValues[value.toString(16).charCodeAt(0)] = value;
  digitValues[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

/** Lower-case hex. */
export function hexFromBytes(bytes: Uint8Array): string {
  const codes = new Uint8Array(bytes.length * 2);
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    codes[index * 2] = digitCodes[byte >> 4] ?? 0;
    codes[index * 2 + 1] = digitCodes[byte & 15] ?? 0;
  }
  return textFromAscii(codes);
}

/** Bytes of a hex text in either case. Throws `hex.character` (which names the place, not the text) and `hex.oddLength`. */
export function bytesFromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let index = 0; index < text.length; index += 1) {
    const value = digitValues[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw wrongCharacter(index);
    bytes[index >> 1] = ((bytes[index >> 1] ?? 0) << 4) | value;
  }
  if (text.length % 2 !== 0) throw oddLength(text.length);
  return bytes;
}

function wrongCharacter(index: number): HufuError {
  return new HufuError({
    code: 'hex.character',
    text: {
      zh: `不是十六进制：第 ${index + 1} 个字符不是 0-9、a-f、A-F。`,
      en: `Not hex: character ${index + 1} is none of 0-9, a-f, A-F.`,
    },
  });
}

function oddLength(length: number): HufuError {
  return new HufuError({
    code: 'hex.oddLength',
    text: {
      zh: `十六进制应为偶数个字符，实际 ${length} 个；可能丢了开头的 0。`,
      en: `Hex has an even number of characters and this has ${length}; a leading 0 may be missing.`,
    },
  });
}
