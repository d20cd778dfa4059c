import type { Indicator } from '../../profile/profile.ts';

const paging = 'LD/T 6008 6.2.2';

export const indicators = [
  {
    name: 'aac002',
    title: { zh: '社会保障号码', en: 'social security number' },
    mark: 'S',
    source: 'LD/T 92',
    check: 'identityNumber',
  },
  { name: 'aac003', title: { zh: '姓名', en: 'name' }, mark: 'S', source: 'LD/T 92' },
  { name: 'aab004', title: { zh: '单位名称', en: 'name of the employer' }, mark: 'I', source: 'LD/T 92' },
  { name: 'aae030', title: { zh: '开始日期', en: 'start date' }, mark: 'F', source: 'LD/T 92' },
  { name: 'cpage', title: { zh: '页码（从 1 起）', en: 'page, from 1' }, mark: 'S', source: paging },
  { name: 'rows', title: { zh: '每页数量', en: 'records per page' }, mark: 'S', source: paging },
  { name: 'totalCount', title: { zh: '总条数', en: 'number of records' }, mark: 'S', source: paging },
  { name: 'totalPage', title: { zh: '总页数', en: 'number of pages' }, mark: 'S', source: paging },
  { name: 'list', title: { zh: '记录', en: 'records' }, mark: 'S', source: paging },
] as const satisfies readonly Indicator[];
