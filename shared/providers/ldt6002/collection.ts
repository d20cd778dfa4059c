import type { SampleFolder } from '../collection.ts';
import { expiredToken, usedOperateId } from './register.ts';

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
            id: id('fails/expired'),
            title: { zh: '令牌已过期', en: 'Expired token' },
            note: {
              zh: '令牌锁定为一个过期的，所以不会自动换新；去掉锁定即可。',
              en: 'The token is locked to one that has ended, so none is fetched; unlock it to go on.',
            },
            interface: 'person',
            header: { Authorization: `Bearer ${expiredToken}` },
          },
          {
            id: id('fails/secret'),
            title: { zh: '应用密钥不对', en: 'Wrong appSecret' },
            note: {
              zh: '取令牌被拒；平时 appSecret 取自密钥槽。',
              en: 'No token is given; usually appSecret comes from its key slot.',
            },
            interface: 'token',
            header: { appSecret: 'not-the-secret' },
          },
          {
            id: id('fails/operate-id'),
            title: { zh: '操作编号已用过', en: 'Reused operateId' },
            note: {
              zh: '同一个 operateId、不同的内容：拒绝。内容相同则返回第一次的结果。',
              en: 'The same operateId with other content is refused; with the same content it is answered as the first time.',
            },
            interface: 'register',
            header: { operateId: usedOperateId },
          },
          {
            id: id('fails/missing'),
            title: { zh: '缺少必填成员', en: 'A missing member' },
            note: { zh: '报文体没有社会保障号码 aac002。', en: 'The body has no aac002.' },
            interface: 'register',
            body: JSON.stringify({ aac003: '张三', aab004: '北京示例一公司' }, null, 2),
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
