import type { KeySlot } from '../../profile/profile.ts';

export const keySlots = [
  {
    name: 'accessToken',
    title: { zh: '身份认证信息 accessToken', en: 'Authentication accessToken' },
    algorithm: 'text',
    holder: 'both',
    neededWhen: {},
    clause: '6.2',
  },
  {
    name: 'sm4Key',
    title: { zh: 'SM4 密钥', en: 'SM4 key' },
    algorithm: 'sm4',
    holder: 'both',
    neededWhen: { cipher: ['SM4'] },
    clause: '6.1',
  },
] as const satisfies readonly KeySlot[];
