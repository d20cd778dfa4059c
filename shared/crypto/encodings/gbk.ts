import { HufuError } from '../../hufu-error.ts';

const decoder = new TextDecoder('gbk', { fatal: true, ignoreBOM: true });
let codes: Map<string, number> | undefined;

/** Throws `gbk.character`: GBK has no code for the character. */
export function bytesFromGbk(text: string): Uint8Array {
  const table = (codes ??= invertDecoder());
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) {
      bytes.push(unit);
      continue;
    }
    const code = table.get(character);
    if (code === undefined) throw notInGbk(character);
    bytes.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Throws `gbk.invalid`. Forms of four bytes are GB 18030 and no GBK. */
export function gbkFromBytes(bytes: Uint8Array): string {
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[index + 1] ?? 0;
    if (byte === 0x80 || byte === 0xff || next < 0x40 || next === 0x7f || next === 0xff) throw invalidGbk();
    index += 1;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw invalidGbk();
  }
}

/** No platform encodes to GBK, each decodes it: the table of codes is the decoder asked for every pair of bytes. */
function invertDecoder(): Map<string, number> {
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decodePair(lead, trail);
      if (character !== undefined && !table.has(character)) table.set(character, (lead << 8) | trail);
    }
  }
  return table;
}

function decodePair(lead: number, trail: number): string | undefined {
  try {
    return decoder.decode(Uint8Array.of(lead, trail));
  } catch {
    return undefined;
  }
}

function notInGbk(character: string): HufuError {
  const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return new HufuError({
    code: 'gbk.character',
    text: {
      zh: `GBK 没有字符 ${name}，不能以 GBK 发送。`,
      en: `GBK has no character ${name}; the text cannot be sent in GBK.`,
    },
  });
}

function invalidGbk(): HufuError {
  return new HufuError({
    code: 'gbk.invalid',
    text: {
      zh: '这些字节不是 GBK 文本；可能是 UTF-8，也可能没有正确解密。',
      en: 'These bytes are not GBK text; they may be UTF-8, or not rightly decrypted.',
    },
  });
}
