import { HufuError } from '../../hufu-error.ts';
import { gbkTable } from './gbk-table.ts';

/** Throws `gbk.character`: GBK has no code for the character, or not the same one everywhere. */
export function bytesFromGbk(text: string): Uint8Array {
  const { codes } = gbkTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[length] = unit;
      length += 1;
      continue;
    }
    const code = codes[unit] ?? 0;
    if (code === 0) throw notInGbk(text.codePointAt(index) ?? unit, index);
    bytes[length] = code >> 8;
    bytes[length + 1] = code & 0xff;
    length += 2;
  }
  return bytes.slice(0, length);
}

/** Throws `gbk.invalid`. Forms of four bytes are GB 18030 and no GBK. */
export function gbkFromBytes(bytes: Uint8Array): string {
  const { units } = gbkTable();
  const text = new Uint16Array(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      text[length] = lead;
    } else {
      index += 1;
      const unit = units[(lead << 8) | (bytes[index] ?? 0)] ?? 0;
      if (unit === 0) throw invalidGbk(index);
      text[length] = unit;
    }
    length += 1;
  }
  return textFromUnits(text.subarray(0, length));
}

/** A function takes only so many arguments. */
const unitsAtOnce = 4096;

function textFromUnits(units: Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += unitsAtOnce) {
    text += String.fromCharCode(...units.subarray(start, start + unitsAtOnce));
  }
  return text;
}

function notInGbk(codePoint: number, index: number): HufuError {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return new HufuError({
    code: 'gbk.character',
    text: {
      zh: `第 ${index + 1} 个字符 ${name} 在 GBK 中没有各方一致的编码，不能以 GBK 发送。`,
      en: `Character ${index + 1}, ${name}, has no code in GBK that all sides agree on; the text cannot be sent in GBK.`,
    },
  });
}

function invalidGbk(place: number): HufuError {
  return new HufuError({
    code: 'gbk.invalid',
    text: {
      zh: `第 ${place} 个字节起不是 GBK 文本；可能是 UTF-8 或 GB 18030，也可能没有正确解密。`,
      en: `From byte ${place} on this is no GBK text; it may be UTF-8 or GB 18030, or not rightly decrypted.`,
    },
  });
}
