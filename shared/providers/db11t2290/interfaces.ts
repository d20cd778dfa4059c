import type { Interface } from '../../profile/profile.ts';
import { demoAuthCode, demoAccessToken, issuedCode, registeredCode } from './register.ts';
import { pageStatuses } from './statuses.ts';

/** Invented; the number is of a synthetic series and carries a right check digit. */
const holder = { CYRMC: '张三', CYRSFZJLX: '10', CYRSFZJHM: '11010519491231002X' };
const dataFields = {
  ZZMC: '示例证照',
  ZZHM: '示字第0001号',
  ...holder,
  FZJGMC: '示例发证机构',
  FZJGZZJGDM: '91350100M000100Y43',
  FZJGSSXZQHDM: '110000',
  FZRQ: '2026-11-01',
  YXQJSRQ: '2031-10-31',
};
const service = { service_item_code: '110000-0001', service_item_name: '示例事项' };
const operator = {
  account: 'demo-user',
  name: '经办人',
  identity_num: '110105194912310046',
  role: '工作人员',
  service_org: '示例机构',
  service_org_code: '91350100M000100Y43',
  division: '北京市',
  division_code: '110000',
};

const text = (title: string, rest: object = {}) => ({ type: 'string', title, ...rest });
const day = (title: string) => text(title, { pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'yyyy-MM-dd' });

const dataFieldsSchema = {
  type: 'object',
  title: '照面数据',
  description: '基本字段如下，各目录另有自己的字段（依据：公开客户端）',
  required: ['ZZMC', 'CYRMC', 'CYRSFZJLX', 'CYRSFZJHM'],
  properties: {
    ZZMC: text('证照名称'),
    ZZHM: text('证照号码'),
    CYRMC: text('持有人名称'),
    CYRSFZJLX: text('持有人身份证件类型', {
      enum: ['10', '40', '50', '70', '80'],
      description: '10 身份证，40 其他个人证件，50 组织机构代码，70 统一社会信用代码，80 其他',
    }),
    CYRSFZJHM: text('持有人身份证件号码'),
    FZJGMC: text('发证机构名称'),
    FZJGZZJGDM: text('发证机构代码'),
    FZJGSSXZQHDM: text('发证机构行政区划代码'),
    FZRQ: day('发证日期'),
    YXQJSRQ: day('有效期结束日期'),
  },
};
const operatorSchema = {
  type: 'object',
  title: '经办人',
  properties: {
    account: text('账号'),
    name: text('姓名'),
    identity_num: text('证件号码'),
    role: text('角色'),
    service_org: text('机构名称'),
    service_org_code: text('机构代码'),
    division: text('行政区划'),
    division_code: text('行政区划代码'),
  },
};
const attachmentSchema = {
  type: 'array',
  title: '附件',
  items: {
    type: 'object',
    required: ['name', 'file_type', 'file_data'],
    properties: {
      name: text('文件名'),
      file_type: text('文件类型'),
      file_data: text('文件内容', { description: 'Base64', contentEncoding: 'base64' }),
      is_license_image: { type: 'boolean', title: '是否证照图像' },
      is_show_template: { type: 'boolean', title: '是否照面模板' },
      description: text('说明'),
    },
  },
};
const serviceProperties = { service_item_code: text('事项编码'), service_item_name: text('事项名称') };

/** A body whose content stands in `data`. */
const inData = (properties: object, required: readonly string[]) => ({
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'object', required, properties } },
});

const makingSchema = inData(
  {
    ...serviceProperties,
    license_group: text('证照分组'),
    seal_code: text('印章编码'),
    data_fields: dataFieldsSchema,
    attachments: attachmentSchema,
    operator: operatorSchema,
    sign_attach: { type: 'boolean', title: '签章附件' },
  },
  ['data_fields', 'operator'],
);
const making = {
  data: { ...service, license_group: '组1', seal_code: 'SEAL-DEMO', data_fields: dataFields, operator },
};
const byCode = (code: string, rest: object = {}) => ({ data: { license_code: code, ...service, operator, ...rest } });
const byCodeSchema = inData(
  {
    ...serviceProperties,
    license_code: text('证照编码'),
    id_code: text('证照标识'),
    biz_num: text('办件编号'),
    operator: operatorSchema,
  },
  ['operator'],
);

const common = (data?: object) => ({
  type: 'object',
  required: ['ack_code'],
  properties: {
    ack_code: text('应答码', { enum: ['SUCCESS', 'FAILURE'] }),
    errors: {
      type: 'array',
      title: '错误',
      items: {
        type: 'object',
        properties: { code: text('代码'), message: text('说明'), inner_code: text('内部代码') },
      },
    },
    ...(data && { data }),
  },
});
const made = common({
  type: 'object',
  required: ['license_code'],
  properties: { license_code: text('证照编码'), auth_code: text('用证码') },
});

const body = (value: object) => JSON.stringify(value, null, 2);
const sample = (zh: string, en: string, value: object, header?: Readonly<Record<string, string>>) => ({
  title: { zh, en },
  body: body(value),
  ...(header && { header }),
});
const nothing = { type: 'object' };
const post = (path: string) => ({ method: 'POST', path: `/license-app/v1${path}` }) as const;
const get = (path: string) => ({ method: 'GET', path: `/license-app/v1${path}` }) as const;

/** The interfaces of the table of contents; models are those of clients (P), of the same product (F), or assumed (A). */
export const interfaces = [
  {
    id: 'login',
    title: { zh: '登录', en: 'Log in' },
    shape: 'other',
    endpoint: post('/security/login'),
    needsSession: false,
    header: {},
    clause: '6.2 (B.1)',
    mark: 'P',
    requestSchema: nothing,
    responseSchema: { ...common(), required: ['ack_code', 'access_token'] },
    samples: [sample('应用与账号登录', 'application and account', {})],
  },
  {
    id: 'logout',
    title: { zh: '退出登录', en: 'Log out' },
    shape: 'other',
    endpoint: post('/security/logout'),
    endsSession: true,
    header: {},
    clause: '6.2 (B.2)',
    mark: 'P',
    requestSchema: nothing,
    responseSchema: common(),
    samples: [sample('退出', 'log out', {})],
  },
  {
    id: 'currentUser',
    title: { zh: '获取当前用户', en: 'Current user' },
    shape: 'other',
    endpoint: get('/security/get_current_user'),
    header: {},
    clause: '6.2 (B.3)',
    mark: 'F',
    requestSchema: nothing,
    responseSchema: common({
      type: 'object',
      properties: { division: text('行政区划'), division_code: text('行政区划代码') },
    }),
    samples: [sample('当前用户', 'who am I', {})],
  },
  {
    id: 'licenseItems',
    title: { zh: '目录查询', en: 'Licence items' },
    shape: 'other',
    endpoint: get('/license_item/list'),
    header: {},
    clause: '6.3 (C.1)',
    mark: 'A',
    requestSchema: nothing,
    responseSchema: common({ type: 'array', items: { type: 'object' } }),
    samples: [sample('全部目录', 'all items', {})],
  },
  {
    id: 'create',
    title: { zh: '创建制证数据', en: 'Create licence data' },
    shape: 'other',
    endpoint: post('/license/{item}/create'),
    header: {},
    clause: '6.4 (D.1)',
    mark: 'P',
    requestSchema: makingSchema,
    responseSchema: made,
    samples: [sample('一张个人证照', 'a licence of a person', making)],
  },
  {
    id: 'update',
    title: { zh: '修改制证数据', en: 'Change licence data' },
    shape: 'other',
    endpoint: post('/license/{item}/update'),
    header: {},
    clause: '6.4 (D.2)',
    mark: 'A',
    requestSchema: inData(
      { license_code: text('证照编码'), ...serviceProperties, data_fields: dataFieldsSchema, operator: operatorSchema },
      ['license_code', 'data_fields'],
    ),
    responseSchema: common(),
    samples: [
      sample(
        '改持有人名称',
        "the holder's name",
        byCode(registeredCode, { data_fields: { ...dataFields, CYRMC: '李四' } }),
      ),
    ],
  },
  {
    id: 'delete',
    title: { zh: '删除制证数据', en: 'Delete licence data' },
    shape: 'other',
    endpoint: post('/license/{item}/delete'),
    header: {},
    clause: '6.4 (D.3)',
    mark: 'A',
    requestSchema: inData({ license_code: text('证照编码'), operator: operatorSchema }, ['license_code']),
    responseSchema: common(),
    samples: [sample('未签发的一张', 'one that is not issued', byCode(registeredCode))],
  },
  {
    id: 'sign',
    title: { zh: '签发证照', en: 'Issue a licence' },
    shape: 'other',
    endpoint: post('/license/{item}/sign'),
    header: {},
    clause: '6.5 (E.1)',
    mark: 'P',
    requestSchema: byCodeSchema,
    responseSchema: common(),
    samples: [sample('已制证的一张', 'one whose data is there', byCode(registeredCode))],
  },
  {
    id: 'change',
    title: { zh: '变更证照', en: 'Change a licence' },
    shape: 'other',
    endpoint: post('/license/{item}/change'),
    header: {},
    clause: '6.5 (E.2)',
    mark: 'P',
    requestSchema: inData(
      {
        license_code: text('证照编码'),
        ...serviceProperties,
        license_group: text('证照分组'),
        seal_code: text('印章编码'),
        data_fields: dataFieldsSchema,
        operator: operatorSchema,
      },
      ['license_code', 'data_fields', 'operator'],
    ),
    responseSchema: common(),
    samples: [
      sample(
        '延长有效期',
        'a longer validity',
        byCode(issuedCode, { data_fields: { ...dataFields, YXQJSRQ: '2036-10-31' } }),
      ),
    ],
  },
  {
    id: 'abolish',
    title: { zh: '废止证照', en: 'Abolish a licence' },
    shape: 'other',
    endpoint: post('/license/{item}/abolish'),
    header: {},
    clause: '6.5 (E.3)',
    mark: 'P',
    requestSchema: byCodeSchema,
    responseSchema: common(),
    samples: [sample('已签发的一张', 'one that is issued', byCode(issuedCode, { biz_num: 'BJ-0001' }))],
  },
  {
    id: 'batchIssue',
    title: { zh: '批量制作', en: 'Issue several' },
    shape: 'other',
    endpoint: post('/license/{item}/batch_issue'),
    header: {},
    clause: '6.5 (E.4)',
    mark: 'A',
    requestSchema: {
      type: 'object',
      required: ['data'],
      properties: {
        data: {
          type: 'array',
          items: {
            type: 'object',
            required: ['data_fields'],
            properties: { data_fields: dataFieldsSchema, operator: operatorSchema },
          },
        },
      },
    },
    responseSchema: common({ type: 'array', items: { type: 'object', required: ['license_code'] } }),
    samples: [
      sample('两张', 'two', {
        data: [
          { ...service, data_fields: { ...dataFields, ZZHM: '示字第0002号' }, operator },
          {
            ...service,
            data_fields: { ...dataFields, ZZHM: '示字第0003号', CYRMC: '李四', CYRSFZJHM: '110105194912310046' },
            operator,
          },
        ],
      }),
    ],
  },
  {
    id: 'issue',
    title: { zh: '制证并签发', en: 'Create and issue' },
    shape: 'other',
    endpoint: post('/license/{item}/issue'),
    header: {},
    clause: '6.5',
    mark: 'P',
    requestSchema: makingSchema,
    responseSchema: made,
    samples: [sample('一次完成', 'in one call', making)],
  },
  {
    id: 'holder',
    title: { zh: '统一身份认证用证', en: 'Use by the holder' },
    shape: 'other',
    endpoint: post('/license/holder'),
    header: {},
    clause: '6.6 (F.1)',
    mark: 'F',
    requestSchema: {
      type: 'object',
      required: ['credential'],
      properties: {
        ...serviceProperties,
        biz_num: text('办件编号'),
        credential: text('身份凭证'),
        cas_no: text('统一认证编号'),
      },
    },
    responseSchema: common({ type: 'array', items: { type: 'object' } }),
    samples: [
      sample('持有人本人', 'the holder', {
        ...service,
        biz_num: 'BJ-0002',
        credential: 'demo-credential',
        cas_no: 'demo-cas',
      }),
    ],
  },
  {
    id: 'auth',
    title: { zh: '依职能查验用证', en: 'Use by an authority' },
    shape: 'paged',
    endpoint: post('/license/auth'),
    header: {},
    clause: '6.7 (G.1)',
    mark: 'P',
    requestSchema: {
      type: 'object',
      required: ['identity_number', 'operator'],
      properties: {
        identity_number: text('持有人证件号码', { description: '多个用逗号分隔' }),
        ...serviceProperties,
        biz_num: text('办件编号'),
        page_index: { type: 'integer', minimum: 1, title: '页码' },
        page_size: { type: 'integer', minimum: 1, maximum: 150, title: '每页数量' },
        request_id: text('请求编号'),
        operator: operatorSchema,
      },
    },
    responseSchema: {
      ...common({ type: 'array', items: { type: 'object' } }),
      required: ['ack_code', 'auth_codes', 'data', 'total_count'],
    },
    samples: [
      sample('一个人的证照', 'licences of a person', {
        identity_number: holder.CYRSFZJHM,
        ...service,
        biz_num: 'BJ-0003',
        page_index: 1,
        page_size: 10,
        request_id: 'demo-request-1',
        operator,
      }),
    ],
  },
  {
    id: 'getLicense',
    title: { zh: '用证码提取证照数据', en: 'Fetch licence data' },
    shape: 'other',
    endpoint: get('/license/get_license'),
    header: {},
    clause: '6.6 (F.2), 6.7 (G.3)',
    mark: 'P',
    requestSchema: nothing,
    responseSchema: common({
      type: 'object',
      required: ['data_fields'],
      properties: { data_fields: { type: 'object', required: ['ZZMC'] } },
    }),
    samples: [sample('演示用证码', 'the demonstration code', {}, { auth_code: demoAuthCode })],
  },
  {
    id: 'licenseToken',
    title: { zh: '获取证照访问令牌', en: 'Licence access token' },
    shape: 'other',
    endpoint: get('/license/token'),
    header: {},
    clause: '6.6 (F.3), 6.7 (G.2)',
    mark: 'F',
    requestSchema: nothing,
    responseSchema: common({
      type: 'object',
      required: ['license_access_token'],
      properties: { license_access_token: text('证照访问令牌') },
    }),
    samples: [sample('演示用证码', 'the demonstration code', {}, { auth_code: demoAuthCode })],
  },
  {
    id: 'archive',
    title: { zh: '归档电子文件', en: 'File for the archive' },
    shape: 'other',
    endpoint: get('/license/archive'),
    header: {},
    clause: '6.6 (F.4)',
    mark: 'P',
    requestSchema: nothing,
    responseSchema: common({
      type: 'object',
      required: ['file_name', 'file_data'],
      properties: { file_name: text('文件名'), file_data: text('文件内容', { contentEncoding: 'base64' }) },
    }),
    samples: [sample('PDF', 'PDF', {}, { auth_code: demoAuthCode, file_type: 'PDF', show_sensitive_data: 'false' })],
  },
  {
    id: 'viewLicense',
    title: { zh: '移动端页面', en: 'Page for a phone' },
    shape: 'other',
    endpoint: get('/license/view_license'),
    statuses: pageStatuses,
    header: {},
    clause: '6.6 (F.5)',
    mark: 'F',
    requestSchema: nothing,
    responseSchema: { type: 'object', required: ['page'], properties: { page: text('页面') } },
    samples: [sample('演示令牌', 'the demonstration token', {}, { license_access_token: demoAccessToken })],
  },
] as const satisfies readonly Interface[];
