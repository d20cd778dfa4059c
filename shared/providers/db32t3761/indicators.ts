import type { Indicator } from '../../profile/profile.ts';

const scan = '附录 B';
const client = '公开客户端';

/** Members of the bodies. */
export const indicators = [
  { name: 'name', title: { zh: '姓名', en: 'name' }, mark: 'S', source: '附录 A' },
  { name: 'paperstype', title: { zh: '证件类型', en: 'type of document' }, mark: 'S', source: '附录 A' },
  {
    name: 'papersnumber',
    title: { zh: '证件号码', en: 'number of document' },
    mark: 'S',
    source: '附录 A',
    check: 'identityNumber',
  },
  { name: 'mobile', title: { zh: '手机号码', en: 'mobile number' }, mark: 'S', source: '附录 A' },
  { name: 'phone', title: { zh: '电话', en: 'telephone' }, mark: 'S', source: '附录 A' },
  {
    name: 'post',
    title: { zh: '邮编（含义推断）', en: 'postal code (meaning inferred)' },
    mark: 'I',
    source: '附录 A',
  },
  { name: 'url', title: { zh: '扫到的内容', en: 'what was scanned' }, mark: 'S', source: scan },
  { name: 'source', title: { zh: '调用来源', en: 'source of the call' }, mark: 'S', source: scan },
  { name: 'position', title: { zh: '核验位置', en: 'place of the check' }, mark: 'S', source: scan },
  { name: 'verifierDept', title: { zh: '核验单位', en: "verifier's department" }, mark: 'S', source: scan },
  { name: 'verifierName', title: { zh: '核验人姓名', en: "verifier's name" }, mark: 'S', source: scan },
  { name: 'verifierPhone', title: { zh: '核验人电话', en: "verifier's telephone" }, mark: 'S', source: scan },
  {
    name: 'idcardNo',
    title: { zh: '证件号码', en: 'identity number' },
    mark: 'P',
    source: client,
    check: 'identityNumber',
  },
  { name: 'level', title: { zh: '颜色', en: 'colour' }, mark: 'P', source: `${client}: green yellow red` },
  {
    name: 'userid',
    title: { zh: '证件号码', en: 'identity number' },
    mark: 'P',
    source: client,
    check: 'identityNumber',
  },
  { name: 'organizeLocation', title: { zh: '单位所在地', en: 'place of the organisation' }, mark: 'P', source: client },
  { name: 'applyType', title: { zh: '申请类型', en: 'type of application' }, mark: 'P', source: client },
  {
    name: 'levelData',
    title: { zh: '颜色', en: 'colour' },
    mark: 'P',
    source: `${client}: green yellow red, 1 2 3`,
  },
] as const satisfies readonly Indicator[];
