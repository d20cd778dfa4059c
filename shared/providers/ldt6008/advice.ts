import type { Advice } from '../../profile/profile.ts';

export const advice = [
  {
    code: 'advice.unkeyedDigest',
    when: { digest: ['SM3', 'MD5', 'SHA-256'], secret: ['none'] },
    severity: 'notice',
    clause: '7.1.1.2',
    mark: 'S',
    message: {
      zh: '这里的杂凑没有密钥，任何人都能重算：能发现传输差错，不能防伪造和抵赖。',
      en: 'The digest here has no key and anyone can recompute it: it shows damage in transit, not forgery or repudiation.',
    },
  },
  {
    code: 'advice.headerOnly',
    when: { digest: ['SM3', 'MD5', 'SHA-256', 'HMAC-SM3', 'SM2'], scope: ['header'] },
    severity: 'notice',
    clause: '7.1.1.2',
    mark: 'S',
    message: {
      zh: '签名只覆盖报文头；报文体被替换时验签仍会通过。',
      en: 'The signature covers the header only; an exchanged body still verifies.',
    },
  },
  {
    code: 'advice.ecb',
    when: { cipher: ['SM4'], sm4Mode: ['ECB'] },
    severity: 'notice',
    clause: '7.1.1.1',
    mark: 'S',
    message: {
      zh: 'ECB 模式下相同的 16 字节明文得到相同的密文，也没有完整性保护。',
      en: 'In ECB mode equal blocks of 16 bytes give equal ciphertext, and nothing protects integrity.',
    },
  },
  {
    code: 'advice.digitsKey',
    when: { cipher: ['SM4'], sm4Key: ['ascii16'] },
    severity: 'notice',
    clause: '7.1.1.1',
    mark: 'S',
    message: {
      zh: '16 位纯数字的密钥只有约 53 比特，远低于 SM4 的 128 比特。',
      en: 'A key of 16 decimal digits has about 53 bits, far fewer than the 128 of SM4.',
    },
  },
  {
    code: 'advice.noNonce',
    when: { digest: ['SM3', 'MD5', 'SHA-256', 'HMAC-SM3', 'SM2'], nonce: ['absent'] },
    severity: 'warning',
    clause: '7.1.1.2',
    mark: 'S',
    message: {
      zh: '没有随机数就不能防重放，7.1.1.2 要求拼接时加入 Nonce。',
      en: 'Without a nonce a replay goes unnoticed; 7.1.1.2 has it added to the string.',
    },
  },
] as const satisfies readonly Advice[];
