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
  const interfaces = platforms.flatMap((profile) => profile.interfaces);
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
    interfaceTitle: ({ interface: id }: Pick<HistoryEntry, 'interface'>) =>
      named(
        interfaces.find((candidate) => candidate.id === id),
        id,
      ),
  };
}
