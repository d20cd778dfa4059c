import type { Bilingual } from '../../bilingual.ts';
import type { Finding } from '../../finding.ts';

/** A warning for the text of an SM4 or AES key that gives 16 bytes under no reading: what was found, and likely causes. */
export function symmetricLengthFinding(text: string): Finding {
  const length = [...text].length;
  const cause = likelyCause(text, length);
  return {
    code: 'key.symmetricLength',
    severity: 'warning',
    message: {
      zh: `有 ${length} 个字符，应为 16 个字符、32 位十六进制或 16 字节的 Base64（24 个字符）。${cause.zh}如果约定取口令的 MD5（md5 读法），可以照原样使用。`,
      en: `There are ${length} characters; 16 characters, 32 hex digits or Base64 of 16 bytes (24 characters) are expected. ${cause.en} If the MD5 of a phrase is agreed on (reading md5), it can be used as it is.`,
    },
  };
}

function likelyCause(text: string, length: number): Bilingual {
  const dense = text.replace(/\s+/g, '').replace(/^0[xX]/, '');
  const digits = /^[0-9a-fA-F]{2}:/.test(dense) ? dense.replaceAll(':', '') : dense;
  const isHex = /^[0-9a-fA-F]+$/.test(digits);
  if (digits !== text && ((isHex && digits.length === 32) || digits.length === 16)) {
    return {
      zh: '去掉中间的空格、冒号或开头的 0x 就是完整的密钥。',
      en: 'Without the blanks or colons inside, or the 0x in front, it is a whole key.',
    };
  }
  if (isHex && (digits.length === 64 || digits.length === 66)) {
    return {
      zh: '64 位十六进制是 32 字节，像是 SM2 私钥或 256 位的密钥，不是这里的密钥。',
      en: '64 hex digits are 32 bytes and look like an SM2 private key or a key of 256 bits, not like this one.',
    };
  }
  if (isHex && (digits.length === 128 || digits.length === 130)) {
    return { zh: '像是 SM2 公钥。', en: 'It looks like an SM2 public key.' };
  }
  if (isHex && Math.abs(length - 32) <= 2) {
    return { zh: '像是十六进制少复制或多复制了一两位。', en: 'It looks like hex with a digit or two lost or added.' };
  }
  if (/^[A-Za-z0-9+/]{22}$/.test(text)) {
    return { zh: '像是 Base64 丢了末尾的“==”。', en: 'It looks like Base64 that lost its "==" at the end.' };
  }
  if (length === 15 || length === 17) {
    return {
      zh: '像是 16 个字符的密钥少复制或多复制了一个（例如末尾的换行或句号）。',
      en: 'It looks like a key of 16 characters with one lost or added (a line end or full stop behind it, for instance).',
    };
  }
  return { zh: '可能没有复制完整，或复制了别的内容。', en: 'It may be cut, or something else was copied.' };
}
