import type { Interface } from '../../profile/profile.ts';
import { identityStatuses, pageStatuses, scanStatuses } from './statuses.ts';

const text = (title: string, rest: object = {}) => ({ type: 'string', title, ...rest });
const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', required, properties });
const sample = (zh: string, en: string, value: object) => ({ title: { zh, en }, body: JSON.stringify(value, null, 2) });
const form = 'application/x-www-form-urlencoded; charset=utf-8';
const level = text('颜色', { description: 'green yellow red，或 1 2 3（依据：公开客户端）' });

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
    requestSchema: object({
      name: text('姓名'),
      paperstype: text('证件类型'),
      papersnumber: text('证件号码'),
      mobile: text('手机号'),
      phone: text('电话'),
      post: text('邮编'),
    }),
    responseSchema: object({ token: text('用户令牌'), uuid: text('用户标识') }, ['token', 'uuid']),
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
    requestSchema: { type: 'object' },
    responseSchema: object({ page: text('页面') }, ['page']),
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
        url: text('扫到的内容'),
        source: text('来源'),
        position: text('位置'),
        verifierDept: text('核验单位'),
        verifierName: text('核验人'),
        verifierPhone: text('核验人电话'),
      },
      ['url', 'source', 'position', 'verifierDept', 'verifierName', 'verifierPhone'],
    ),
    responseSchema: object({
      resCode: text('返回码'),
      tip: text('提示'),
      res: object({ name: text('姓名'), phone: text('电话'), idcardNo: text('证件号码'), level }),
    }),
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
      { userid: text('证件号码'), name: text('姓名'), organizeLocation: text('单位位置'), applyType: text('申请类型') },
      ['userid', 'name'],
    ),
    responseSchema: object({ userid: text('证件号码'), name: text('姓名'), levelData: level }, ['levelData']),
    samples: [
      sample('张三', '张三', { userid: '11010519491231002X', name: '张三', organizeLocation: '南京', applyType: '1' }),
      sample('李四', '李四', { userid: '110105194912310046', name: '李四', organizeLocation: '南京', applyType: '1' }),
    ],
  },
] as const satisfies readonly Interface[];
