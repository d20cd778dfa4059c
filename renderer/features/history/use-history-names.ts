import type { Bilingual } from '../../../shared/bilingual.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { usePlatforms, useWorkspace } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';

/** What the names in an entry stand for, as far as they are still known: environments come and go. */
export function useHistoryNames() {
  const say = useBilingual();
  const { data: platforms = [] } = usePlatforms();
  const { data: workspace } = useWorkspace();
  const named = (found: { readonly title: Bilingual } | undefined, id: string) => (found ? say(found.title) : id);
  return {
    platformTitle: (id: string) =>
      named(
        platforms.find((profile) => profile.id === id),
        id,
      ),
    environmentTitle: ({ environment: id }: Pick<HistoryEntry, 'environment'>) =>
      named(
        workspace?.environments.find((environment) => environment.id === id),
        id,
      ),
    /** Without a platform: of every one that has an interface of this id. */
    interfaceTitle({
      platform,
      interface: id,
    }: {
      readonly platform?: string | undefined;
      readonly interface: string;
    }) {
      const asked = platforms.filter((profile) => platform === undefined || profile.id === platform);
      const titles = asked.flatMap((profile) => profile.interfaces.filter((one) => one.id === id));
      return [...new Set(titles.map(({ title }) => say(title)))].join(' / ') || id;
    },
  };
}
