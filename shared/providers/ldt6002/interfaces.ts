import type { Interface } from '../../profile/profile.ts';

const person = { aac003: '张三', aac002: '11010519491231002X' };
const text = (title: string, description: string) => ({ type: 'string', title, description });
const whole = (title: string, description: string) => ({ type: 'integer', minimum: 0, title, description });
const named = (code: string, mark: string) => `LD/T 92 指标 ${code}（${mark}）；由这个接口使用是假定（A）`;
const personProperties = {
  aac003: text('姓名', named('aac003', 'S')),
  aac002: text('社会保障号码', named('aac002', 'S')),
};
const employer = text('单位名称', named('aab004', 'I'));
const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', required, properties });
const sample = (zh: string, en: string, value: object) => ({ title: { zh, en }, body: JSON.stringify(value, null, 2) });
const service = (code: string) =>
  ({ endpoint: { method: 'POST', path: `/${code}` }, header: { interfaceCode: code }, mark: 'A' }) as const;

/** One of each kind of 8.1 and 8.2 with invented codes: the catalogue is the platform's and not the standard's. */
export const interfaces = [
  {
    id: 'token',
    title: { zh: '获取令牌', en: 'Fetch a token' },
    shape: 'other',
    endpoint: { method: 'POST', path: '/token' },
    needsSession: false,
    header: {},
    clause: '9.2',
    mark: 'A',
    requestSchema: { type: 'object', description: '没有报文体：appId 与 appSecret 在报文最外层（A）' },
    responseSchema: object(
      {
        access_token: text('访问令牌', '后面的调用都带它；名字是假定（A）'),
        expires_in: whole('有效秒数', '名字和单位是假定（A）；没有时按 7200 秒'),
      },
      ['access_token'],
    ),
    samples: [sample('应用标识与密钥', 'id and secret', {})],
  },
  {
    id: 'person',
    title: { zh: '查询：单条记录', en: 'Query: one record' },
    shape: 'object',
    ...service('Q0001'),
    clause: '8.1，附录 B.1',
    requestSchema: object(personProperties, ['aac003', 'aac002']),
    responseSchema: object({ ...personProperties, aab004: employer }, ['aac002']),
    samples: [sample('一个人', 'a person', person)],
  },
  {
    id: 'people',
    title: { zh: '查询：多条记录', en: 'Query: several records' },
    shape: 'paged',
    ...service('Q0002'),
    clause: '8.1，附录 B.2',
    requestSchema: object(
      {
        cpage: { ...whole('页码', 'LD/T 6008 6.2.2 的分页名（S）；由本标准沿用是推断（I）'), minimum: 1 },
        rows: { ...whole('每页数量', 'LD/T 6008 6.2.2 的分页名（S）；由本标准沿用是推断（I）'), minimum: 1 },
      },
      ['cpage', 'rows'],
    ),
    responseSchema: object(
      {
        totalCount: whole('总条数', '附录 B.2 多条记录；写法同 LD/T 6008 6.2.2（I）'),
        totalPage: whole('总页数', '附录 B.2 多条记录；写法同 LD/T 6008 6.2.2（I）'),
        list: {
          type: 'array',
          title: '记录',
          description: '附录 B.2 多条记录；写法同 LD/T 6008 6.2.2（I）',
          items: object({ ...personProperties, aab004: employer }, ['aac002']),
        },
      },
      ['totalCount', 'totalPage', 'list'],
    ),
    samples: [sample('第一页，每页 2 条', 'first page of 2', { cpage: 1, rows: 2 })],
  },
  {
    id: 'register',
    title: { zh: '操作：就业登记', en: 'Operate: register employment' },
    shape: 'object',
    ...service('O0001'),
    clause: '8.2',
    requestSchema: object({ ...personProperties, aab004: employer, aae030: text('开始日期', named('aae030', 'F')) }, [
      'aac003',
      'aac002',
      'aab004',
    ]),
    responseSchema: object({ acceptNumber: text('受理编号', '虚构的成员（A）') }, ['acceptNumber']),
    samples: [sample('一个人', 'a person', { ...person, aab004: '北京示例一公司', aae030: '2026-11-01' })],
  },
] as const satisfies readonly Interface[];
