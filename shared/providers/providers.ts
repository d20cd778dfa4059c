import { HufuError } from '../hufu-error.ts';
import { listed } from '../listed.ts';
import { builtInPlatforms } from './built-in.ts';
import type { Provider } from './provider.ts';

/** Platforms by their names: the built-in ones, and in a workspace those of its own beside them. */
export interface Providers {
  all(): readonly Provider[];
  /** Undefined for one that is not there: of a recorded call, for instance, whose workspace is another. */
  known(id: string): Provider | undefined;
  /** Throws `platform.unknown`. */
  find(id: string): Provider;
}

export const builtInProviders: Providers = createProviders(() => builtInPlatforms);

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
