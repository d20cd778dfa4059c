/** What the simulated system has before anybody calls it. All of it is invented. */
export interface Licence {
  readonly code: string;
  readonly item: string;
  status: 'REGISTERED' | 'ISSUED' | 'ABOLISHED';
  data: Readonly<Record<string, unknown>>;
}

export const items = [
  { item_code: '100001BJ0001', name: '示例证照', issuing_authority: '示例发证机构' },
  { item_code: '100001BJ0002', name: '示例许可证', issuing_authority: '示例许可机构' },
];

export const registeredCode = 'BJ000000000000000001';
export const issuedCode = 'BJ000000000000000002';
export const abolishedCode = 'BJ000000000000000003';

export const issuedNumber = '示字第9002号';

/** They work once after each start of the simulator, for the samples of single interfaces. */
export const demoAuthCode = 'demo-auth-code-0000000001';
export const demoAccessToken = 'demo-license-access-token';

/** Of a licence that was abolished since. */
export const abolishedAuthCode = 'demo-auth-code-0000000003';

/** An access token that has ended, so that its refusal can be seen without waiting a day. */
export const expiredSession = 'demo-expired-access-token';

const fields = (number: string) => ({
  ZZMC: '示例证照',
  ZZHM: number,
  CYRMC: '张三',
  CYRSFZJLX: '10',
  CYRSFZJHM: '11010519491231002X',
  FZJGMC: "示例'发证'机构",
  FZJGZZJGDM: '91350100M000100Y43',
  FZJGSSXZQHDM: '110000',
  FZRQ: '2026-01-01',
  YXQJSRQ: '2030-12-31',
});

export function newRegister(): Licence[] {
  const [{ item_code: item } = { item_code: '' }] = items;
  return [
    { code: registeredCode, item, status: 'REGISTERED', data: fields('示字第9001号') },
    { code: issuedCode, item, status: 'ISSUED', data: fields(issuedNumber) },
    { code: abolishedCode, item, status: 'ABOLISHED', data: fields('示字第9003号') },
  ];
}
