import type { Profile } from '../../profile/profile.ts';
import { advice } from './advice.ts';
import { conventions } from './conventions.ts';
import { header, headerRelations } from './header.ts';
import { indicators } from './indicators.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { statuses } from './statuses.ts';
import { stepsOf } from './steps.ts';

/** LD/T 6008—2024 人力资源社会保障业务协同平台接口规范. */
export const ldt6008 = {
  format: 1,
  id: 'ldt6008',
  title: { zh: '业务协同平台', en: 'Business collaboration platform' },
  standard: 'LD/T 6008—2024',
  transport: {
    method: 'POST',
    contentType: 'application/json; charset=utf-8',
    timeoutMilliseconds: 30_000,
    clause: '5.2',
    // 5.2 has HTTP, REST and JSON in UTF-8; method, path and time limit are not given.
    mark: 'I',
  },
  header,
  headerRelations,
  keySlots,
  conventions,
  steps: { request: stepsOf('request'), response: stepsOf('response') },
  interfaces,
  statuses,
  advice,
  indicators,
} as const satisfies Profile;
