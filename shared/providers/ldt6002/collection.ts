import type { SampleFolder } from '../collection.ts';

const id = (name: string): string => `sample/ldt6002/${name}`;

export const collection: readonly SampleFolder[] = [
  {
    name: '人社政务服务平台',
    title: { zh: '人社政务服务平台 LD/T 6002（假定）', en: 'Government service platform LD/T 6002 (assumed)' },
    note: {
      zh: '标准正文未取得，报文的写法几乎都是假定。',
      en: 'The text of the standard is not at hand; almost all of the wire is assumed.',
    },
    folded: true,
    folders: [
      {
        name: '流程-令牌查询操作',
        title: { zh: '流程：令牌、查询、操作', en: 'Flow: token, query, operate' },
        note: {
          zh: '令牌由会话带到后面的请求；查到的单位名称交给操作。',
          en: 'The session carries the token; the employer that was found goes into the operation.',
        },
        requests: [
          {
            id: id('flow/token'),
            title: { zh: '1 获取令牌', en: '1 Token' },
            note: { zh: '会话没有令牌时会自动做这一步。', en: 'Done by itself where the session has none.' },
            interface: 'token',
          },
          {
            id: id('flow/person'),
            title: { zh: '2 查询', en: '2 Query' },
            note: { zh: '取出 aab004。', en: 'Takes aab004 out of the answer.' },
            interface: 'person',
            extract: { employer: '/aab004' },
          },
          {
            id: id('flow/register'),
            title: { zh: '3 操作', en: '3 Operate' },
            note: { zh: '单位名称来自上一步。', en: 'The employer comes from the step before.' },
            interface: 'register',
            body: JSON.stringify(
              { aac003: '张三', aac002: '11010519491231002X', aab004: '{{employer}}', aae030: '2026-11-01' },
              null,
              2,
            ),
          },
        ],
      },
      {
        name: '其他',
        title: { zh: '多条记录', en: 'Several records' },
        requests: [
          {
            id: id('people'),
            title: { zh: '查询：多条记录', en: 'Query: several records' },
            note: { zh: 'totalCount、totalPage、list。', en: 'totalCount, totalPage, list.' },
            interface: 'people',
          },
        ],
      },
      {
        name: '故意失败',
        title: { zh: '故意失败的调用', en: 'Calls that fail on purpose' },
        requests: [
          {
            id: id('fails/nobody'),
            title: { zh: '查无此人', en: 'Nobody' },
            note: { zh: '失败的应答是明文。', en: 'A failure is answered in clear.' },
            interface: 'person',
            body: JSON.stringify({ aac003: '无名氏', aac002: '110105194912310089' }, null, 2),
          },
          {
            id: id('fails/signature'),
            title: { zh: '签名不正确', en: 'Wrong signature' },
            note: { zh: '签名锁定为全零。', en: 'The signature is locked to zeros.' },
            interface: 'person',
            header: { sign: '0'.repeat(64) },
          },
          {
            id: id('fails/key'),
            title: { zh: '密钥读法不同', en: 'Key read in another way' },
            note: { zh: '对方解不开报文体。', en: 'The other side cannot decrypt the body.' },
            interface: 'person',
            conventions: { sm4Key: 'md5' },
          },
        ],
      },
    ],
  },
];
