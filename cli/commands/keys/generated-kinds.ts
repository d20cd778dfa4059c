import type { GeneratedKind } from '../../../shared/model/key.ts';

/** What `hufu keys generate` makes, in the words of its help. Loads nothing: the help of all commands reads it. */
export const generatedKindWords = {
  sm2: 'SM2 密钥对 SM2 pair',
  sm4Hex: '16 字节，32 位十六进制 16 bytes as hex',
  sm4Base64: '16 字节，Base64 16 bytes as Base64',
  sm4Characters: '16 个字母和数字 16 letters and digits',
  sm4Digits: '16 位数字（较弱）16 digits (weaker)',
  secret: '共享秘密 shared secret',
} as const satisfies Record<GeneratedKind, string>;
