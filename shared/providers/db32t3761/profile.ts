import type { Profile } from '../../profile/profile.ts';
import { conventions } from './conventions.ts';
import { header } from './header.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { statuses } from './statuses.ts';
import { requestSteps, responseSteps } from './steps.ts';

/** DB32/T 3761.46-2021 “苏康码”服务接口, 江苏. */
export const db32t3761 = {
  format: 1,
  id: 'db32t3761',
  title: { zh: '苏康码', en: 'Jiangsu health code' },
  standard: 'DB32/T 3761.46-2021',
  transport: {
    method: 'POST',
    contentType: 'application/json; charset=utf-8',
    timeoutMilliseconds: 30_000,
    clause: '5.2',
    mark: 'P',
  },
  header,
  headerRelations: [],
  keySlots,
  conventions,
  steps: { request: requestSteps, response: responseSteps },
  interfaces,
  session: {
    interface: 'token',
    values: { token: '/token', uuid: '/uuid' },
    lifetime: { seconds: 2 * 60 * 60 },
    refusals: [{ status: '1', words: ['token'] }],
    clause: '5.2',
    mark: 'S',
    note: {
      zh: '① 得到的 token 和 uuid 用于 ② 和 ③；有效期没有公开，两小时是假定。',
      en: 'Token and uuid of 1 are used by 2 and 3; how long they live is not public, two hours are assumed.',
    },
  },
  statuses,
  advice: [
    {
      code: 'advice.woundDown',
      when: {},
      severity: 'notice',
      clause: '5.2',
      mark: 'F',
      message: {
        zh: '苏康码服务已停用；同样的写法（MD5 令牌、加密的 auth 头、加密的文本报文体）在各省系统里常见。',
        en: 'The service itself was wound down; the same envelope (MD5 token, encrypted auth header, encrypted text body) recurs across provincial systems.',
      },
    },
    {
      code: 'advice.assumedAddress',
      when: { interface: ['token', 'page'] },
      severity: 'notice',
      clause: '5.2',
      mark: 'A',
      message: {
        zh: '这个接口的路径没有公开，/token、/h5 是假定；可在自己的平台描述里改。',
        en: 'The path of this interface is not public: /token and /h5 are assumed.',
      },
    },
  ],
  indicators: [
    {
      name: 'papersnumber',
      title: { zh: '证件号码', en: 'identity number' },
      mark: 'S',
      source: '附录 A',
      check: 'identityNumber',
    },
    { name: 'paperstype', title: { zh: '证件类型', en: 'type of document' }, mark: 'S', source: '附录 A' },
    { name: 'mobile', title: { zh: '手机号', en: 'mobile number' }, mark: 'S', source: '附录 A' },
    {
      name: 'userid',
      title: { zh: '证件号码', en: 'identity number' },
      mark: 'P',
      source: '附录 D',
      check: 'identityNumber',
    },
    {
      name: 'organizeLocation',
      title: { zh: '单位位置', en: 'place of the organisation' },
      mark: 'P',
      source: '附录 D',
    },
    { name: 'applyType', title: { zh: '申请类型', en: 'type of application' }, mark: 'P', source: '附录 D' },
    { name: 'levelData', title: { zh: '颜色：green yellow red 或 1 2 3', en: 'colour' }, mark: 'P', source: '附录 D' },
  ],
} as const satisfies Profile;
