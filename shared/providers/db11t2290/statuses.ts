import type { StatusTable } from '../../profile/profile.ts';

/** The two values that answers were seen with; the codes inside `errors` are not known. */
export const statuses = {
  field: 'ack_code',
  success: 'SUCCESS',
  clause: '6',
  codes: [
    {
      code: 'SUCCESS',
      meaning: { zh: '成功', en: 'success' },
      advice: { zh: '平台已受理。', en: 'The platform has accepted the call.' },
    },
    {
      code: 'FAILURE',
      meaning: { zh: '失败', en: 'failure' },
      advice: {
        zh: '看 errors 里的 code 和 message：先核对令牌是否过期、证照目录编码、必填字段，再看证照的状态是否允许这一步。错误码表没有公开。',
        en: 'Read code and message in errors: check whether the token has expired, the item code, required fields, then whether the state of the licence allows this step. The table of error codes is not public.',
      },
    },
  ],
} as const satisfies StatusTable;

/** A page is no message; that one came at all is its success. */
export const pageStatuses = {
  field: 'page',
  success: 'html',
  clause: '6.6 (F.5)',
  codes: [
    {
      code: 'html',
      meaning: { zh: '返回了页面', en: 'a page was returned' },
      advice: {
        zh: '页面内容在报文体 page 里，不会自动打开。',
        en: 'Its text stands in the body as page and is not opened.',
      },
    },
    {
      code: 'refused',
      meaning: { zh: '没有返回页面', en: 'no page was returned' },
      advice: {
        zh: '返回的是报文：看 errors 里的说明，核对 access_token 与 license_access_token。',
        en: 'A message came: read its errors, and check access_token and license_access_token.',
      },
    },
  ],
} as const satisfies StatusTable;
