import type { Profile } from '../../profile/profile.ts';
import { advice } from './advice.ts';
import { conventions } from './conventions.ts';
import { header } from './header.ts';
import { indicators } from './indicators.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { failureCode, statuses } from './statuses.ts';
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
    refusals: [{ status: failureCode, words: ['令牌', 'token'] }],
    clause: '9.2、9.3',
    mark: 'I',
    note: {
      zh: '标准有“获取令牌”“服务调用”两节（9.2、9.3），故推断先取令牌再调用；写法是假定。',
      en: 'The standard has clauses on fetching a token (9.2) and on calling (9.3), hence the session; its form is assumed.',
    },
  },
  statuses,
  advice,
  indicators,
} as const satisfies Profile;
