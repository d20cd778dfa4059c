import type { Bilingual } from '../bilingual.ts';
import type { Decision } from './platform-simulator.ts';

/** What comes in place of a page or a file: a message that says why there is none. */
export function refusedPage(status: string, reason: Bilingual): Decision {
  return {
    status,
    reason,
    body: {},
    instead: {
      contentType: 'application/json; charset=utf-8',
      content: JSON.stringify({ page: status, message: reason.zh }),
    },
  };
}
