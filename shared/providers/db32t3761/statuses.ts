import type { StatusTable } from '../../profile/profile.ts';

const ask = {
  zh: '返回码表没有公开，请看返回说明或询问服务方。',
  en: 'The table is not public; read the message or ask the provider.',
};

/** ① retcode: only success is known. */
export const statuses = {
  field: 'retcode',
  success: '000000',
  clause: '附录 A',
  codes: [
    {
      code: '000000',
      meaning: { zh: '成功', en: 'success' },
      advice: { zh: '令牌在 data.token。', en: 'The token is data.token.' },
    },
  ],
} as const satisfies StatusTable;

/** ② A page came; that is all there is to see. */
export const pageStatuses = {
  field: 'page',
  success: 'html',
  clause: '5.2',
  codes: [
    {
      code: 'html',
      meaning: { zh: '返回了页面', en: 'a page was returned' },
      advice: {
        zh: '地址可做成二维码；页面不会自动打开。',
        en: 'Its address may be shown as a QR code; the page is not opened.',
      },
    },
  ],
} as const satisfies StatusTable;

/** ③ resCode, as clients have it (P). */
export const scanStatuses = {
  field: 'resCode',
  success: '0',
  clause: '附录 B',
  codes: [
    {
      code: '0',
      meaning: { zh: '成功', en: 'success' },
      advice: { zh: '颜色在 res.level。', en: 'The colour is res.level.' },
    },
    { code: '1', meaning: { zh: '失败', en: 'failure' }, advice: ask },
    {
      code: '111',
      meaning: { zh: '二维码已过期', en: 'the code has expired' },
      advice: { zh: '请对方刷新后再扫。', en: 'Have it refreshed and scan again.' },
    },
    {
      code: '112',
      meaning: { zh: '不是苏康码', en: 'not this kind of code' },
      advice: { zh: '核对扫到的内容（url）。', en: 'Check what was scanned (url).' },
    },
    {
      code: '116',
      meaning: { zh: '没有权限', en: 'no permission' },
      advice: { zh: '核对核验人和单位是否已登记。', en: 'Check whether verifier and department are registered.' },
    },
    {
      code: '118',
      meaning: { zh: '没有权限', en: 'no permission' },
      advice: { zh: '核对核验人和单位是否已登记。', en: 'Check whether verifier and department are registered.' },
    },
    {
      code: '119',
      meaning: { zh: '信息需要更新', en: 'information must be updated' },
      advice: { zh: '请持码人更新信息。', en: 'The holder has to update the information.' },
    },
  ],
} as const satisfies StatusTable;

/** ④ code: only success is known (P). */
export const identityStatuses = {
  field: 'code',
  success: '200',
  clause: '附录 D',
  codes: [
    {
      code: '200',
      meaning: { zh: '成功', en: 'success' },
      advice: { zh: '解密后的颜色在 levelData。', en: 'The colour is levelData, once decrypted.' },
    },
  ],
} as const satisfies StatusTable;
