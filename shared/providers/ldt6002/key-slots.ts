import type { KeySlot } from '../../profile/profile.ts';

export const keySlots = [
  {
    name: 'appSecret',
    title: { zh: '应用密钥 appSecret', en: 'Application secret appSecret' },
    algorithm: 'text',
    holder: 'both',
    neededWhen: {},
    clause: '9.2',
  },
  {
    name: 'sm4Key',
    title: { zh: 'SM4 密钥', en: 'SM4 key' },
    algorithm: 'sm4',
    holder: 'both',
    neededWhen: { cipher: ['SM4'] },
    clause: '10',
  },
] as const satisfies readonly KeySlot[];
