import type { KeySlot } from '../../profile/profile.ts';

export const keySlots = [
  {
    name: 'appword',
    title: { zh: '应用口令 appword', en: 'Application word appword' },
    algorithm: 'text',
    holder: 'both',
    neededWhen: {},
    clause: '附录 A',
  },
  {
    name: 'authKey',
    title: { zh: '认证参数密钥', en: 'Key of the authentication parameter' },
    algorithm: 'aes',
    holder: 'both',
    neededWhen: {},
    clause: '附录 C',
  },
  {
    name: 'bodyKey',
    title: { zh: '报文体密钥', en: 'Key of the body' },
    algorithm: 'aes',
    holder: 'both',
    neededWhen: {},
    clause: '附录 C',
  },
] as const satisfies readonly KeySlot[];
