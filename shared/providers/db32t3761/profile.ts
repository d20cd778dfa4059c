import type { Profile } from '../../profile/profile.ts';
import { advice } from './advice.ts';
import { conventions } from './conventions.ts';
import { header } from './header.ts';
import { indicators } from './indicators.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { requestSteps } from './request-steps.ts';
import { responseSteps } from './response-steps.ts';
import { refusingWords, statuses } from './statuses.ts';

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
    openValues: ['uuid'],
    lifetime: { seconds: 2 * 60 * 60 },
    refusals: [
      { status: '1', words: refusingWords },
      { status: 'refused', words: refusingWords },
    ],
    clause: '5.2',
    mark: 'A',
    note: {
      zh: '① 得到的 token 和 uuid 用于 ② 和 ③；有效期两小时和拒绝的措辞没有公开，是假定。取令牌时的姓名、证件取自环境。',
      en: 'Token and uuid of 1 are used by 2 and 3; two hours of life and the wording of a refusal are not public and assumed. Whose token it is stands in the environment.',
    },
  },
  statuses,
  advice,
  indicators,
} as const satisfies Profile;
