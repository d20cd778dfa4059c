import type { Bilingual } from '../../bilingual.ts';
import type { SampleFolder, SampleRequest } from '../collection.ts';
import { interfaces } from './interfaces.ts';
import { abolishedAuthCode, abolishedCode, expiredSession, issuedNumber } from './register.ts';

const id = (name: string): string => `sample/db11t2290/${name}`;

/** The body of an interface's first sample, with some of its members replaced. */
function bodyOf(name: string, change: (body: Record<string, Record<string, unknown>>) => void): string {
  const text = interfaces.find((one) => one.id === name)?.samples[0]?.body ?? '{}';
  const body = JSON.parse(text) as Record<string, Record<string, unknown>>;
  change(body);
  return JSON.stringify(body, null, 2);
}

function step(
  name: string,
  words: Pick<SampleRequest, 'title' | 'note'>,
  call: Omit<SampleRequest, 'id' | 'title' | 'note'>,
): SampleRequest {
  return { id: id(name), ...words, ...call };
}

const words = (title: string, en: string, note: Bilingual): Pick<SampleRequest, 'title' | 'note'> => ({
  title: { zh: title, en },
  note,
});

const lifeCycle: SampleFolder = {
  name: '流程-制证到废止',
  title: { zh: '流程：制证、签发、变更、废止', en: 'Flow: create, issue, change, abolish' },
  note: {
    zh: '按顺序运行。登录由会话自动完成；创建得到的 license_code 传给后面的请求。',
    en: 'Run in order. The session logs in by itself; the license_code of the first call goes into the others.',
  },
  requests: [
    step(
      'flow/create',
      words('1 创建制证数据', '1 Create', { zh: '取出 license_code。', en: 'Takes license_code out of the answer.' }),
      {
        interface: 'create',
        body: bodyOf('create', (body) => {
          body['data'] = {
            ...body['data'],
            data_fields: { ...(body['data']?.['data_fields'] as object), ZZHM: '流程字第1号' },
          };
        }),
        extract: { license_code: '/data/license_code' },
      },
    ),
    step('flow/sign', words('2 签发', '2 Issue', { zh: '制证后才能签发。', en: 'After the data is there.' }), {
      interface: 'sign',
      body: bodyOf('sign', (body) => void (body['data'] = { ...body['data'], license_code: '{{license_code}}' })),
    }),
    step('flow/change', words('3 变更', '3 Change', { zh: '签发后才能变更。', en: 'After it was issued.' }), {
      interface: 'change',
      body: bodyOf('change', (body) => {
        body['data'] = {
          ...body['data'],
          license_code: '{{license_code}}',
          data_fields: { ...(body['data']?.['data_fields'] as object), ZZHM: '流程字第1号' },
        };
      }),
    }),
    step('flow/abolish', words('4 废止', '4 Abolish', { zh: '此后不能再用证。', en: 'It cannot be used any more.' }), {
      interface: 'abolish',
      body: bodyOf('abolish', (body) => void (body['data'] = { ...body['data'], license_code: '{{license_code}}' })),
    }),
  ],
};

const use: SampleFolder = {
  name: '流程-查验用证',
  title: { zh: '流程：查验、提取、归档、退出', en: 'Flow: authorise, fetch, archive, log out' },
  note: {
    zh: '用证码只能用一次，所以每次提取前都重新查验。',
    en: 'An authorisation code works once, so each fetch is authorised anew.',
  },
  requests: [
    step(
      'use/auth',
      words('1 依职能查验用证', '1 Authorise', { zh: '取出第一个用证码。', en: 'Takes the first code.' }),
      {
        interface: 'auth',
        extract: { auth_code: '/auth_codes/0' },
      },
    ),
    step(
      'use/get-license',
      words('2 提取证照数据', '2 Fetch the data', {
        zh: 'data_fields 是单引号 JSON 字符串，显示为对象。',
        en: 'data_fields is a string of single-quoted JSON and shown as an object.',
      }),
      {
        interface: 'getLicense',
        header: { auth_code: '{{auth_code}}' },
      },
    ),
    step('use/auth-again', words('3 再次查验', '3 Authorise again', { zh: '换一个用证码。', en: 'Another code.' }), {
      interface: 'auth',
      extract: { auth_code: '/auth_codes/0' },
    }),
    step(
      'use/token',
      words('4 获取证照访问令牌', '4 Licence access token', { zh: '给移动端页面用。', en: 'For the page.' }),
      {
        interface: 'licenseToken',
        header: { auth_code: '{{auth_code}}' },
        extract: { license_access_token: '/data/license_access_token' },
      },
    ),
    step(
      'use/view',
      words('5 移动端页面', '5 Page', { zh: '答复是网页，不是报文。', en: 'The answer is a page and no message.' }),
      {
        interface: 'viewLicense',
        header: { license_access_token: '{{license_access_token}}' },
      },
    ),
    step(
      'use/auth-third',
      words('6 第三次查验', '6 Authorise for the archive', { zh: '再换一个用证码。', en: 'Yet another code.' }),
      {
        interface: 'auth',
        extract: { auth_code: '/auth_codes/0' },
      },
    ),
    step(
      'use/archive',
      words('7 归档电子文件', '7 Archive', { zh: '一页 PDF，Base64。', en: 'A PDF of one page, in Base64.' }),
      {
        interface: 'archive',
        header: { auth_code: '{{auth_code}}', file_type: 'PDF', show_sensitive_data: 'false' },
      },
    ),
    step(
      'use/logout',
      words('8 退出登录', '8 Log out', {
        zh: '令牌随即失效；下一次调用会重新登录。',
        en: 'Ends the token; the next call logs in again.',
      }),
      {
        interface: 'logout',
      },
    ),
  ],
};

const failures: SampleFolder = {
  name: '故意失败',
  title: { zh: '故意失败的调用', en: 'Calls that fail on purpose' },
  requests: [
    step(
      'fails/expired',
      words('令牌已过期', 'Expired token', {
        zh: 'access_token 锁定为一个过期的，所以不会自动重新登录；去掉锁定即可。',
        en: 'access_token is locked to one that has ended, so there is no new login; unlock it to go on.',
      }),
      { interface: 'currentUser', header: { access_token: expiredSession } },
    ),
    step(
      'fails/password',
      words('账号口令不对', 'Wrong password', {
        zh: '平时 password 取自密钥槽。',
        en: 'Usually password comes from its key slot.',
      }),
      { interface: 'login', header: { password: 'not-the-password' } },
    ),
    step(
      'fails/abolished',
      words('提取已废止的证照', 'Fetch an abolished licence', {
        zh: '用证码有效，证照已经废止。',
        en: 'The code is good, the licence was abolished since.',
      }),
      { interface: 'getLicense', header: { auth_code: abolishedAuthCode } },
    ),
    step(
      'fails/duplicate',
      words('证照号码重复', 'A duplicate', {
        zh: '已有同一目录、同一号码的证照。',
        en: 'The number is there already.',
      }),
      {
        interface: 'create',
        body: bodyOf('create', (body) => {
          body['data'] = {
            ...body['data'],
            data_fields: { ...(body['data']?.['data_fields'] as object), ZZHM: issuedNumber },
          };
        }),
      },
    ),
    step(
      'fails/page',
      words('页面的令牌无效', 'A page without a valid token', {
        zh: '没有返回页面，返回的是报文。',
        en: 'No page comes, but a message.',
      }),
      { interface: 'viewLicense', header: { license_access_token: 'no-such-token' } },
    ),
    step(
      'fails/state',
      words('废止已废止的证照', 'Abolish twice', {
        zh: '状态不允许：FAILURE，errors 里说明原因。',
        en: 'Its state does not allow it: FAILURE with the reason in errors.',
      }),
      {
        interface: 'abolish',
        body: bodyOf('abolish', (body) => void (body['data'] = { ...body['data'], license_code: abolishedCode })),
      },
    ),
    step(
      'fails/auth-code',
      words('用过的用证码', 'A used code', { zh: '用证码只能用一次。', en: 'A code works once.' }),
      {
        interface: 'getLicense',
        header: { auth_code: 'used-already' },
      },
    ),
    step(
      'fails/page-size',
      words('每页太多', 'Too large a page', { zh: 'page_size 最多 150。', en: 'page_size is 150 at most.' }),
      {
        interface: 'auth',
        body: bodyOf('auth', (body) => void Object.assign(body, { page_size: 151 })),
      },
    ),
    step(
      'fails/field',
      words('缺少必填字段', 'A missing field', {
        zh: 'data_fields 没有持有人名称。',
        en: 'data_fields lacks the name of the holder.',
      }),
      {
        interface: 'create',
        body: bodyOf('create', (body) => {
          body['data'] = { ...body['data'], data_fields: { ...(body['data']?.['data_fields'] as object), CYRMC: '' } };
        }),
      },
    ),
  ],
};

const inFlows = new Set([
  'login',
  ...[...(lifeCycle.requests ?? []), ...(use.requests ?? [])].map((one) => one.interface),
]);

/** Both flows of 6.8, the interfaces that stand in none of them, and calls that fail. */
export const collection: readonly SampleFolder[] = [
  {
    name: '北京电子证照',
    title: { zh: '北京电子证照 DB11/T 2290', en: 'Beijing licences DB11/T 2290' },
    folded: true,
    folders: [
      lifeCycle,
      use,
      {
        name: '其他接口',
        title: { zh: '其他接口', en: 'Other interfaces' },
        requests: interfaces
          .filter((one) => !inFlows.has(one.id) || one.id === 'login')
          .map(({ id: name, title, clause }) => ({
            id: id(`other/${name}`),
            title,
            note: { zh: `对应 ${clause}。`, en: `See ${clause}.` },
            interface: name,
          })),
      },
      failures,
    ],
  },
];
