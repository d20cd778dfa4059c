import type { KeySlot } from '../../profile/profile.ts';

export const keySlots = [
  {
    name: 'appSecret',
    title: { zh: '应用密钥 app_secret', en: 'Application secret app_secret' },
    algorithm: 'text',
    holder: 'both',
    neededWhen: {},
    clause: '6.2 (B.1)',
  },
  {
    name: 'password',
    title: { zh: '用户口令 password', en: 'Password' },
    algorithm: 'text',
    holder: 'both',
    neededWhen: {},
    clause: '6.2 (B.1)',
  },
] as const satisfies readonly KeySlot[];
