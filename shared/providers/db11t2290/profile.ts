import type { Profile } from '../../profile/profile.ts';
import { conventions } from './conventions.ts';
import { header } from './header.ts';
import { indicators } from './indicators.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { statuses } from './statuses.ts';
import { requestSteps, responseSteps } from './steps.ts';

/** DB11/T 2290—2024 电子证照共享服务系统接入技术要求, 北京. */
export const db11t2290 = {
  format: 1,
  id: 'db11t2290',
  title: { zh: '北京电子证照', en: 'Beijing electronic licences' },
  standard: 'DB11/T 2290—2024',
  transport: {
    method: 'POST',
    contentType: 'application/json; charset=utf-8',
    timeoutMilliseconds: 30_000,
    clause: '6',
    mark: 'P',
  },
  header,
  headerRelations: [],
  keySlots,
  conventions,
  steps: { request: requestSteps, response: responseSteps },
  interfaces,
  session: {
    interface: 'login',
    values: { access_token: '/access_token' },
    lifetime: { seconds: 24 * 60 * 60 },
    refusals: [{ status: 'FAILURE', words: ['access_token', '令牌', '未登录', '重新登录'] }],
    clause: '6.2',
    mark: 'P',
    note: {
      zh: '登录返回 access_token，此后各接口放在查询参数里；有效期约 24 小时是推断，拒绝的措辞是假定。',
      en: 'The login answers access_token, which every later call carries in its query; about 24 hours of life are inferred, the wording of a refusal is assumed.',
    },
  },
  statuses,
  advice: [
    {
      code: 'advice.notProven',
      when: {},
      severity: 'notice',
      clause: '6',
      mark: 'P',
      message: {
        zh: '接口清单依标准目录，字段依公开客户端和同类产品，未与 2024 版正文逐项核对。',
        en: "The list of interfaces is the standard's; fields are those of public clients and of the same product and were not compared with the text of 2024.",
      },
    },
  ],
  indicators,
} as const satisfies Profile;
