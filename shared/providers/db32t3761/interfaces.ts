import type { Interface } from '../../profile/profile.ts';
import { identityStatuses, pageStatuses, scanStatuses } from './statuses.ts';

const text = (title: string, description: string, rest: object = {}) => ({
  type: 'string',
  title,
  description,
  ...rest,
});
const required = (title: string, description: string) => text(title, description, { minLength: 1 });
/** Codes that some have as numbers and others as text. */
const code = (title: string, description: string) => ({
  anyOf: [{ type: 'string' }, { type: 'integer' }],
  title,
  description,
});
const object = (properties: object, names: readonly string[] = []) => ({ type: 'object', required: names, properties });
const sample = (zh: string, en: string, value: object) => ({ title: { zh, en }, body: JSON.stringify(value, null, 2) });
const form = 'application/x-www-form-urlencoded; charset=utf-8';
const level = text('颜色', 'green yellow red（依据：公开客户端）');
const levelData = text('颜色', 'green yellow red，或 1 2 3（依据：公开客户端）');

/** ① to ④ of 5.2. */
export const interfaces = [
  {
    id: 'token',
    title: { zh: '① 生成用户令牌', en: '1 Make a user token' },
    shape: 'other',
    endpoint: { method: 'POST', path: '/token', contentType: form },
    needsSession: false,
    header: {},
    clause: '5.2，附录 A',
    mark: 'S',
    requestSchema: object(
      {
        name: required('姓名', 'params 的成员，必填（附录 A）；没有写的取环境里的'),
        paperstype: required('证件类型', 'params 的成员，必填（附录 A）；代码表没有公开，样例取 1（假定）'),
        papersnumber: required('证件号码', 'params 的成员，必填（附录 A）'),
        mobile: required('手机号', 'params 的成员，必填（附录 A）'),
        phone: text('电话', 'params 的成员，选填（附录 A）'),
        post: text('邮编', 'params 的成员，选填（附录 A）；含义是推断'),
      },
      ['name', 'paperstype', 'papersnumber', 'mobile'],
    ),
    responseSchema: object(
      {
        token: text('用户令牌', '十六进制（5.2）', { pattern: '^[0-9a-fA-F]+$' }),
        uuid: text('用户标识', 'P 加数字（附录 A 示例）', { pattern: '^P\\d+$' }),
      },
      ['token', 'uuid'],
    ),
    samples: [
      sample('一个人', 'a person', {
        name: '张三',
        paperstype: '1',
        papersnumber: '11010519491231002X',
        mobile: '00000000001',
      }),
    ],
  },
  {
    id: 'page',
    title: { zh: '② 亮码页面', en: '2 Page that shows the code' },
    shape: 'other',
    endpoint: { method: 'GET', path: '/h5' },
    statuses: pageStatuses,
    header: {},
    clause: '5.2',
    mark: 'S',
    requestSchema: { type: 'object', description: '没有报文体：token 与 uuid 在地址里（5.2）' },
    responseSchema: object({ page: text('页面', 'HTML 页面，不是报文') }, ['page']),
    samples: [sample('本人的码', 'one’s own code', {})],
  },
  {
    id: 'scan',
    title: { zh: '③ 扫码核验', en: '3 Check a scanned code' },
    shape: 'other',
    endpoint: { method: 'POST', path: '/jkm/scanJsJkm', contentType: form },
    statuses: scanStatuses,
    header: {},
    clause: '5.2，附录 B',
    mark: 'S',
    requestSchema: object(
      {
        url: { ...required('扫到的内容', '必填（附录 B）；扫到的全文'), format: 'qr-code' },
        source: required('来源', '必填（附录 B）；取值没有公开'),
        position: required('位置', '必填（附录 B）'),
        verifierDept: required('核验单位', '必填（附录 B）'),
        verifierName: required('核验人', '必填（附录 B）'),
        verifierPhone: required('核验人电话', '必填（附录 B）'),
      },
      ['url', 'source', 'position', 'verifierDept', 'verifierName', 'verifierPhone'],
    ),
    responseSchema: object(
      {
        resCode: code('返回码', '0 成功，1 失败，111、112、116、118、119（依据：公开客户端）'),
        tip: text('提示', '附录 B'),
        res: {
          ...object({
            name: text('姓名', '依据：公开客户端'),
            phone: text('电话', '依据：公开客户端'),
            idcardNo: text('证件号码', '依据：公开客户端'),
            level,
          }),
          title: '核验结果',
          description: 'res 见附录 B，成员依公开客户端',
        },
      },
      ['resCode'],
    ),
    samples: [
      sample('绿码', 'green', {
        url: 'https://code.example/skm?c=green',
        source: 'demo',
        position: '南京',
        verifierDept: '示例单位',
        verifierName: '核验人',
        verifierPhone: '00000000009',
      }),
    ],
  },
  {
    id: 'identity',
    title: { zh: '④ 证件号码核验', en: '4 Check by identity number' },
    shape: 'object',
    endpoint: { method: 'POST', path: '/skm_public/member/get', contentType: 'text/plain; charset=utf-8' },
    needsSession: false,
    statuses: identityStatuses,
    header: {},
    clause: '5.2，附录 C、D',
    mark: 'S',
    requestSchema: object(
      {
        userid: required('证件号码', '依据：公开客户端'),
        name: required('姓名', '依据：公开客户端'),
        organizeLocation: text('单位位置', '依据：公开客户端；取值没有公开'),
        applyType: text('申请类型', '依据：公开客户端；代码表没有公开，样例取 1（假定）'),
      },
      ['userid', 'name'],
    ),
    responseSchema: object(
      { userid: text('证件号码', '依据：公开客户端'), name: text('姓名', '依据：公开客户端'), levelData },
      ['levelData'],
    ),
    samples: [
      sample('张三', '张三', { userid: '11010519491231002X', name: '张三', organizeLocation: '南京', applyType: '1' }),
      sample('李四', '李四', { userid: '110105194912310046', name: '李四', organizeLocation: '南京', applyType: '1' }),
      sample('颜色写成数字', 'the colour as a digit', {
        userid: '11010519491231010X',
        name: '数字级别',
        organizeLocation: '南京',
        applyType: '1',
      }),
    ],
  },
] as const satisfies readonly Interface[];
