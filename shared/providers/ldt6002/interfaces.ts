import type { Interface } from '../../profile/profile.ts';

const person = { aac003: '张三', aac002: '11010519491231002X' };
const text = (title: string, rest: object = {}) => ({ type: 'string', title, ...rest });
const personProperties = { aac003: text('姓名'), aac002: text('社会保障号码') };
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
    requestSchema: { type: 'object' },
    responseSchema: object({ access_token: text('访问令牌'), expires_in: { type: 'integer', title: '有效秒数' } }, [
      'access_token',
    ]),
    samples: [sample('应用标识与密钥', 'id and secret', {})],
  },
  {
    id: 'person',
    title: { zh: '查询：单条记录', en: 'Query: one record' },
    shape: 'object',
    ...service('Q0001'),
    clause: '8.1，附录 B.1',
    requestSchema: object(personProperties, ['aac003', 'aac002']),
    responseSchema: object({ ...personProperties, aab004: text('单位名称') }, ['aac002']),
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
        cpage: { type: 'integer', minimum: 1, title: '页码' },
        rows: { type: 'integer', minimum: 1, title: '每页数量' },
      },
      ['cpage', 'rows'],
    ),
    responseSchema: object(
      { totalCount: { type: 'integer' }, totalPage: { type: 'integer' }, list: { type: 'array' } },
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
    requestSchema: object({ ...personProperties, aab004: text('单位名称'), aae030: text('开始日期') }, [
      'aac003',
      'aac002',
      'aab004',
    ]),
    responseSchema: object({ acceptNumber: text('受理编号') }, ['acceptNumber']),
    samples: [sample('一个人', 'a person', { ...person, aab004: '北京示例一公司', aae030: '2026-11-01' })],
  },
] as const satisfies readonly Interface[];
