import type { StatusTable } from '../../profile/profile.ts';

/** What the simulator says where the codes of refusals are not public. */
export const unknownFailure = 'SIMULATOR';

const refusedBySimulator = {
  code: unknownFailure,
  meaning: { zh: '仿真服务方拒绝', en: 'refused by the simulator' },
  advice: {
    zh: '原因见返回说明。返回码表没有公开，真实的平台写别的代码。',
    en: 'Its words say why. The codes are not public; the real platform has others.',
  },
} as const;

/** ① retcode: only success is known. */
export const statuses = {
  field: 'retcode',
  success: '000000',
  words: ['msg'],
  clause: '附录 A',
  codes: [
    {
      code: '000000',
      meaning: { zh: '成功', en: 'success' },
      advice: {
        zh: '令牌在 data.token。这个值依同一产品的公开代码（F），其余返回码没有公开。',
        en: 'The token is data.token. The value is that of public code for the same product (F); the other codes are not public.',
      },
    },
    refusedBySimulator,
  ],
} as const satisfies StatusTable;

/** What a page says in place of a code (A): nothing of it is public. */
export const refusingWords = ['令牌无效', '令牌已过期'];

/** ② A page came, and is none that says no; that is all there is to see. */
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
    {
      code: 'refused',
      meaning: { zh: '页面说令牌无效或已过期', en: 'the page says that the token is not valid' },
      advice: {
        zh: '重新取令牌。页面的措辞没有公开，这里按“令牌无效”“令牌已过期”认（假定）；是否如此请看页面。',
        en: 'Fetch another token. What such a page says is not public and two wordings are assumed: read the page.',
      },
    },
  ],
} as const satisfies StatusTable;

/** ③ resCode, as clients have it (P). */
export const scanStatuses = {
  field: 'resCode',
  success: '0',
  words: ['tip'],
  clause: '附录 B',
  codes: [
    {
      code: '0',
      meaning: { zh: '成功', en: 'success' },
      advice: { zh: '颜色在 res.level。', en: 'The colour is res.level.' },
    },
    {
      code: '1',
      meaning: { zh: '失败', en: 'failure' },
      advice: {
        zh: '看 tip；核对七个必填参数和令牌。',
        en: 'Read tip; check the seven required parameters and the token.',
      },
    },
    {
      code: '111',
      meaning: { zh: '二维码已过期', en: 'the code has expired' },
      advice: { zh: '请对方刷新页面后重新扫码。', en: 'Have the page refreshed and scan again.' },
    },
    {
      code: '112',
      meaning: { zh: '不是苏康码', en: 'not this kind of code' },
      advice: {
        zh: 'url 应是扫到的全文；核对是不是别的二维码，有没有被截断或重复编码。',
        en: 'url must be the whole text that was scanned; see whether it is another code, was cut off or encoded twice.',
      },
    },
    {
      code: '116',
      meaning: { zh: '没有权限', en: 'no permission' },
      advice: {
        zh: '核对核验人和单位是否已登记。116 与 118 的区别没有公开。',
        en: 'Check whether verifier and department are registered. What sets 116 and 118 apart is not public.',
      },
    },
    {
      code: '118',
      meaning: { zh: '没有权限', en: 'no permission' },
      advice: {
        zh: '核对核验人和单位是否已登记。116 与 118 的区别没有公开。',
        en: 'Check whether verifier and department are registered. What sets 116 and 118 apart is not public.',
      },
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
      advice: {
        zh: '解密后的颜色在 levelData：green、yellow、red，或 1、2、3。其余返回码没有公开。',
        en: 'The colour is levelData, once decrypted: green, yellow, red, or 1, 2, 3. The other codes are not public.',
      },
    },
    refusedBySimulator,
  ],
} as const satisfies StatusTable;
