import { HufuError } from '../hufu-error.ts';
import { listed } from '../listed.ts';
import { provider as db11t2290 } from './db11t2290/provider.ts';
import { provider as db32t3761 } from './db32t3761/provider.ts';
import { provider as db51t2942 } from './db51t2942/provider.ts';
import { provider as ldt6002 } from './ldt6002/provider.ts';
import { provider as ldt6008 } from './ldt6008/provider.ts';
import type { Provider } from './provider.ts';

/** Every built-in platform. */
export const providers: readonly Provider[] = [ldt6008, ldt6002, db51t2942, db11t2290, db32t3761];

/** Throws `platform.unknown`. */
export function findProvider(id: string): Provider {
  const found = providers.find(({ profile }) => profile.id === id);
  if (found) return found;
  const known = providers.map(({ profile }) => profile.id);
  throw new HufuError({
    code: 'platform.unknown',
    field: 'platform',
    text: {
      zh: `没有名为“${id}”的平台，有：${listed(known, 'zh')}。`,
      en: `There is no platform named "${id}"; there are ${listed(known, 'en')}.`,
    },
  });
}
