import { HufuError } from '../hufu-error.ts';
import { listed } from '../listed.ts';
import { provider as db11t2290 } from './db11t2290/provider.ts';
import { provider as db32t3761 } from './db32t3761/provider.ts';
import { provider as db51t2942 } from './db51t2942/provider.ts';
import { provider as ldt6002 } from './ldt6002/provider.ts';
import { provider as ldt6008 } from './ldt6008/provider.ts';
import type { Provider } from './provider.ts';

/** Platforms by their names: the built-in ones, and in a workspace those of its own beside them. */
export interface Providers {
  all(): readonly Provider[];
  /** Undefined for one that is not there: of a recorded call, for instance, whose workspace is another. */
  known(id: string): Provider | undefined;
  /** Throws `platform.unknown`. */
  find(id: string): Provider;
}

/** Every built-in platform. */
export const providers: readonly Provider[] = [ldt6008, ldt6002, db51t2942, db11t2290, db32t3761];

export const builtInProviders: Providers = createProviders(() => providers);

/** `all` is asked anew each time: files of a workspace may change. */
export function createProviders(all: () => readonly Provider[]): Providers {
  const known = (id: string) => all().find(({ profile }) => profile.id === id);
  return {
    all,
    known,
    find(id) {
      const found = known(id);
      if (found) return found;
      const ids = all().map(({ profile }) => profile.id);
      throw new HufuError({
        code: 'platform.unknown',
        field: 'platform',
        text: {
          zh: `没有名为“${id}”的平台，有：${listed(ids, 'zh')}。`,
          en: `There is no platform named "${id}"; there are ${listed(ids, 'en')}.`,
        },
      });
    },
  };
}

/** Of the built-in platforms. Throws `platform.unknown`. */
export const findProvider = builtInProviders.find;
