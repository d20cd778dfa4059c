import type { KeySlot } from '../../profile/profile.ts';

const clause = '7.1.1.1';

export const keySlots = [
  {
    name: 'sm4Key',
    title: { zh: 'SM4 密钥', en: 'SM4 key' },
    algorithm: 'sm4',
    holder: 'both',
    neededWhen: [{ cipher: ['SM4'] }, { cipher: ['SM2'], responseCipher: ['sm4'] }],
    clause,
  },
  {
    name: 'secret',
    title: { zh: '签名共享秘密', en: 'Shared secret for signing' },
    algorithm: 'text',
    holder: 'both',
    neededWhen: [
      { digest: ['HMAC-SM3'] },
      { digest: ['SM3', 'MD5', 'SHA-256'], secret: ['&key=', 'suffix', 'prefix'] },
    ],
    clause: '7.1.1.2',
  },
  {
    name: 'callerPrivateKey',
    title: { zh: '调用方 SM2 私钥', en: "Caller's SM2 private key" },
    algorithm: 'sm2Private',
    holder: 'caller',
    neededWhen: [{ digest: ['SM2'] }, { cipher: ['SM2'], responseCipher: ['callerPublicKey'] }],
    clause,
  },
  {
    name: 'callerPublicKey',
    title: { zh: '调用方 SM2 公钥', en: "Caller's SM2 public key" },
    algorithm: 'sm2Public',
    holder: 'both',
    neededWhen: [{ digest: ['SM2'] }, { cipher: ['SM2'], responseCipher: ['callerPublicKey'] }],
    pairedWith: 'callerPrivateKey',
    clause,
  },
  {
    name: 'providerPrivateKey',
    title: { zh: '服务方 SM2 私钥', en: "Provider's SM2 private key" },
    algorithm: 'sm2Private',
    holder: 'provider',
    neededWhen: [{ cipher: ['SM2'] }, { digest: ['SM2'], responseSigned: ['true'] }],
    clause,
  },
  {
    name: 'providerPublicKey',
    title: { zh: '服务方 SM2 公钥', en: "Provider's SM2 public key" },
    algorithm: 'sm2Public',
    holder: 'both',
    neededWhen: [{ cipher: ['SM2'] }, { digest: ['SM2'], responseSigned: ['true'] }],
    pairedWith: 'providerPrivateKey',
    clause,
  },
] as const satisfies readonly KeySlot[];
