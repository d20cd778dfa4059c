import type { Profile } from '../../profile/profile.ts';
import { conventions } from './conventions.ts';
import { header } from './header.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { statuses } from './statuses.ts';
import { requestSteps, responseSteps } from './steps.ts';

/** LD/T 6002—2023 人力资源社会保障政务服务平台接入转接技术规范. */
export const ldt6002 = {
  format: 1,
  id: 'ldt6002',
  title: { zh: '人社政务服务平台（假定）', en: 'Government service platform (assumed)' },
  standard: 'LD/T 6002—2023',
  transport: {
    method: 'POST',
    contentType: 'application/json; charset=utf-8',
    timeoutMilliseconds: 30_000,
    clause: '5',
    mark: 'A',
  },
  header,
  headerRelations: [],
  keySlots,
  conventions,
  steps: { request: requestSteps, response: responseSteps },
  interfaces,
  session: {
    interface: 'token',
    values: { access_token: '/access_token' },
    lifetime: { at: '/expires_in', otherwise: 7200 },
    refusals: [{ status: '500', words: ['令牌', 'token'] }],
    clause: '9.2、9.3',
    mark: 'I',
    note: {
      zh: '标准有“获取令牌”“服务调用”两节（9.2、9.3），故推断先取令牌再调用；写法是假定。',
      en: 'The standard has clauses on fetching a token (9.2) and on calling (9.3), hence the session; its form is assumed.',
    },
  },
  statuses,
  advice: [
    {
      code: 'advice.assumed',
      when: {},
      severity: 'notice',
      clause: '5–10',
      mark: 'A',
      message: {
        zh: '假定：标准正文未取得，报文的写法几乎都是假定；请按对方的说明逐项核对，可在约定里改。',
        en: 'Assumed: the text of the standard is not at hand and almost all of the wire is assumed; compare it with what the other side says and change the conventions.',
      },
    },
  ],
  indicators: [
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
  ],
} as const satisfies Profile;
