import type { Finding } from '../../finding.ts';

/** A warning for characters beyond ASCII in the text of a symmetric key. Tells where, never which. */
export function nonAsciiFinding(text: string): Finding | undefined {
  const characters = [...text];
  const strange = (character: string): boolean => character < ' ' || character > '~';
  const place = characters.findIndex(strange) + 1;
  if (place === 0) return undefined;
  const count = characters.filter(strange).length;
  return {
    code: 'key.nonAscii',
    severity: 'warning',
    message: {
      zh: `第 ${place} 个字符起有 ${count} 个字符不是普通的字母、数字或符号（例如全角数字、看不见的字符）：多半是输入法或复制带来的，请换成半角字符再存入。`,
      en: `From character ${place} on, characters that are no plain letters, digits or signs: ${count} (full-width digits or invisible ones, for instance). An input method or copying often brings them; enter them again as plain characters.`,
    },
  };
}

/** A warning for a text that is kept exactly, where what surrounds or breaks it is easily not meant. */
export function whiteSpaceFinding(text: string): Finding | undefined {
  const ends = text !== text.trim();
  if (!ends && !/[\r\n]/.test(text)) return undefined;
  return {
    code: 'key.whiteSpace',
    severity: 'warning',
    message: ends
      ? {
          zh: '开头或末尾有空格、换行或 BOM。文本按原样保存，它们也会参与计算；如果是复制带来的，请去掉。',
          en: 'There is white space, a line end or a BOM in front or behind. The text is kept exactly and they take part in every computation; if copying brought them, take them away.',
        }
      : {
          zh: '中间有换行。文本按原样保存，换行也会参与计算。',
          en: 'There are line ends inside. The text is kept exactly and they take part in every computation.',
        },
  };
}

/** A warning for a secret text that is a key or certificate, as they come in PEM: shared secrets are words. */
export function structureFinding(text: string): Finding | undefined {
  if (!/-----BEGIN [A-Z0-9 ]+-----/.test(text)) return undefined;
  return {
    code: 'key.looksLikeKey',
    severity: 'warning',
    message: {
      zh: '这像是 PEM 的私钥、公钥或证书，而这里要的是共享秘密（约定的一段文字）。',
      en: 'This looks like a private key, public key or certificate in PEM, and a shared secret (an agreed text) is asked for.',
    },
  };
}

/** A notice that white space around a symmetric key was left out. */
export const trimmedFinding: Finding = {
  code: 'key.trimmed',
  severity: 'notice',
  message: {
    zh: '已去掉开头和末尾的空格、换行或 BOM。',
    en: 'White space, line ends or a BOM in front and behind were left out.',
  },
};

/** A warning for what is kept as a text and looks like a key that is not whole. */
export const damagedFinding: Finding = {
  code: 'key.looksDamaged',
  severity: 'warning',
  message: {
    zh: '按文本识别，但它很像一把不完整或抄错的密钥：十六进制的 SM4 密钥为 32 位，SM2 私钥为 64 位，公钥为 128、130 或 66 位。请核对是否缺少或多出字符。',
    en: 'Recognised as a text, though it looks much like a key that is cut or mistyped: in hex an SM4 key has 32 digits, an SM2 private key 64, a public key 128, 130 or 66. See whether characters are missing or too many.',
  },
};
