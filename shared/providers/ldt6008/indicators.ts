import type { Indicator } from '../../profile/profile.ts';

/** Members that bodies use: LD/T 92 indicators and the paging members of 6.2.2. */
export const indicators = [
  {
    name: 'aac002',
    title: { zh: '社会保障号码', en: 'social security number' },
    mark: 'S',
    source: 'LD/T 6008 6.2.2.1.1',
    check: 'identityNumber',
  },
  { name: 'aac003', title: { zh: '姓名', en: 'name' }, mark: 'S', source: 'LD/T 6008 6.2.2.1.1' },
  { name: 'aac058', title: { zh: '证件类型', en: 'type of identity document' }, mark: 'F', source: 'LD/T 92' },
  { name: 'aac147', title: { zh: '证件号码', en: 'number of identity document' }, mark: 'F', source: 'LD/T 92' },
  { name: 'aae100', title: { zh: '当前有效标志', en: 'currently valid' }, mark: 'F', source: 'LD/T 92' },
  { name: 'aae030', title: { zh: '开始日期', en: 'start date' }, mark: 'F', source: 'LD/T 92' },
  { name: 'aae031', title: { zh: '终止日期', en: 'end date' }, mark: 'I', source: 'LD/T 6008 6.2.2.2.2' },
  { name: 'aab004', title: { zh: '单位名称', en: 'name of the employer' }, mark: 'I', source: 'LD/T 6008 6.2.2.2.2' },
  {
    name: 'aaz502',
    title: { zh: '社保卡状态', en: 'status of the social security card' },
    mark: 'I',
    source: 'LD/T 6008 6.2.2.1.2',
  },
  { name: 'aac019', title: { zh: '含义未知', en: 'meaning not known' }, mark: 'A', source: 'LD/T 6008 6.2.2.3.2' },
  { name: 'cpage', title: { zh: '当前页码', en: 'page' }, mark: 'S', source: 'LD/T 6008 6.2.2.2.1' },
  { name: 'rows', title: { zh: '每页数量', en: 'records to a page' }, mark: 'S', source: 'LD/T 6008 6.2.2.2.1' },
  { name: 'totalCount', title: { zh: '总条数', en: 'number of records' }, mark: 'S', source: 'LD/T 6008 6.2.2.2.2' },
  { name: 'totalPage', title: { zh: '最大分页页数', en: 'number of pages' }, mark: 'S', source: 'LD/T 6008 6.2.2.2.2' },
  { name: 'list', title: { zh: '记录数组', en: 'records' }, mark: 'S', source: 'LD/T 6008 6.2.2.2.2' },
] as const satisfies readonly Indicator[];
