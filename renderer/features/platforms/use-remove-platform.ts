import { useTranslation } from 'react-i18next';
import { platformDraftPrefix } from '../../../shared/model/draft.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { platformsScreen, type PlatformDraft } from './platforms-store.ts';
import { useRefreshPlatforms } from './use-refresh-platforms.ts';

interface RemovePlatformOptions {
  readonly draft: PlatformDraft;
  /** Of the user's own that belong to it. */
  readonly environmentCount: number;
}

/** Takes the file of a platform away. The notice says what is without it, and brings back file and unsaved changes. */
export function useRemovePlatform({ draft, environmentCount }: RemovePlatformOptions): () => Promise<void> {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const refresh = useRefreshPlatforms();
  const { id } = draft;

  async function bringBack(text: string): Promise<void> {
    try {
      await host.ownPlatforms.saveText.mutate({ id, text });
      platformsScreen.opened(draft);
      await refresh();
      platformsScreen.choose(id);
    } catch (error) {
      notices.show({ text: say(failureFrom(error).text) });
    }
  }

  return async () => {
    const { text } = await host.ownPlatforms.open.query(id);
    await host.ownPlatforms.remove.mutate(id);
    await host.removeDraft.mutate(`${platformDraftPrefix}${id}`);
    platformsScreen.forget(id);
    await refresh();
    notices.show({
      text: t(environmentCount > 0 ? 'platforms.removedUsed' : 'platforms.removed', { id, count: environmentCount }),
      action: { label: t('workspace.undo'), run: () => void bringBack(text) },
    });
  };
}
