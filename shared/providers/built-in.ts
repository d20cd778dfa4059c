import type { Provider } from './provider.ts';

/** Every folder beside this file that is a platform: a new one is found without an edit here. */
const folders = import.meta.glob<{ readonly provider: Provider }>('./*/provider.ts', { eager: true });

/** The platform that the workbench opens with. */
const main = 'ldt6008';

/** National standards (LD/T) stand before those of provinces (DB), each by its number. */
export const builtInPlatforms: readonly Provider[] = Object.values(folders)
  .map(({ provider }) => provider)
  .toSorted(({ profile: one }, { profile: other }) => rank(one.id) - rank(other.id) || one.id.localeCompare(other.id));

function rank(id: string): number {
  if (id === main) return 0;
  return id.startsWith('ldt') ? 1 : 2;
}
