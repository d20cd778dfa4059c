import type { Indicator } from '../../profile/profile.ts';

const base = '6.4 data_fields';
const client = 'Beijing clients';

/** Members of bodies, as clients of the Beijing system and of the same product have them. */
export const indicators = [
  { name: 'ZZMC', title: { zh: '证照名称', en: 'name of the licence' }, mark: 'P', source: base },
  { name: 'ZZHM', title: { zh: '证照号码', en: 'number of the licence' }, mark: 'P', source: base },
  { name: 'CYRMC', title: { zh: '持有人名称', en: 'name of the holder' }, mark: 'P', source: base },
  {
    name: 'CYRSFZJLX',
    title: { zh: '持有人身份证件类型', en: "type of the holder's document" },
    mark: 'P',
    source: `${base}: 10 40 50 70 80`,
    codes: 'certificateType',
  },
  {
    name: 'CYRSFZJHM',
    title: { zh: '持有人身份证件号码', en: "number of the holder's document" },
    mark: 'P',
    source: base,
    checkBy: 'CYRSFZJLX',
  },
  { name: 'FZJGMC', title: { zh: '发证机构名称', en: 'issuing authority' }, mark: 'P', source: base },
  { name: 'FZJGZZJGDM', title: { zh: '发证机构代码', en: 'code of the issuing authority' }, mark: 'P', source: base },
  {
    name: 'FZJGSSXZQHDM',
    title: { zh: '发证机构行政区划代码', en: 'division of the issuing authority' },
    mark: 'P',
    source: base,
    codes: 'division',
  },
  { name: 'FZRQ', title: { zh: '发证日期 yyyy-MM-dd', en: 'date of issue' }, mark: 'P', source: base },
  { name: 'YXQJSRQ', title: { zh: '有效期结束日期', en: 'valid until' }, mark: 'P', source: base },
  { name: 'license_code', title: { zh: '证照编码', en: 'code of the licence' }, mark: 'P', source: client },
  { name: 'auth_code', title: { zh: '用证码', en: 'authorisation code' }, mark: 'P', source: client },
  { name: 'license_group', title: { zh: '证照分组', en: 'licence group' }, mark: 'P', source: client },
  { name: 'seal_code', title: { zh: '印章编码', en: 'code of the seal' }, mark: 'P', source: client },
  { name: 'service_item_code', title: { zh: '事项编码', en: 'code of the service item' }, mark: 'P', source: client },
  { name: 'service_item_name', title: { zh: '事项名称', en: 'name of the service item' }, mark: 'P', source: client },
  { name: 'biz_num', title: { zh: '办件编号', en: 'case number' }, mark: 'P', source: client },
  {
    name: 'identity_number',
    title: { zh: '持有人证件号码，多个用逗号分隔', en: 'document numbers, separated by commas' },
    mark: 'P',
    source: client,
  },
  {
    name: 'identity_num',
    title: { zh: '操作人证件号码', en: "number of the operator's document" },
    mark: 'P',
    source: client,
    check: 'identityNumber',
  },
  {
    name: 'division_code',
    title: { zh: '行政区划代码', en: 'division code' },
    mark: 'P',
    source: client,
    codes: 'division',
  },
  { name: 'page_index', title: { zh: '页码，从 1 起', en: 'page, from 1' }, mark: 'P', source: client },
  {
    name: 'page_size',
    title: { zh: '每页数量，默认 10，最多 150', en: 'page size, 10 by default, 150 at most' },
    mark: 'P',
    source: client,
  },
  {
    name: 'request_id',
    title: { zh: '请求编号，应答的 correlation_id 返回它', en: 'request id, echoed as correlation_id' },
    mark: 'P',
    source: client,
  },
  {
    name: 'file_data',
    title: { zh: '文件内容（Base64）', en: 'content of a file (Base64)' },
    mark: 'P',
    source: client,
  },
] as const satisfies readonly Indicator[];
