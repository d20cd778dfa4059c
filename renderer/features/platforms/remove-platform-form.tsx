import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { platformDraftPrefix } from '../../../shared/model/draft.ts';
import { useHost } from '../../app/host-context.ts';
import { useWorkspace } from '../../app/queries.ts';
import { useTask } from '../../app/use-task.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { platformsScreen } from './platforms-store.ts';
import { useRefreshPlatforms } from './use-refresh-platforms.ts';

/** Before the file of a platform goes: what would be without it. */
export function RemovePlatformForm({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const refresh = useRefreshPlatforms();
  const { isRunning, failure, run } = useTask();
  const environments =
    useWorkspace().data?.environments.filter(({ platform, isSample }) => platform === id && !isSample) ?? [];

  async function remove(): Promise<void> {
    const refused = await run(async () => {
      await host.ownPlatforms.remove.mutate(id);
      await host.removeDraft.mutate(`${platformDraftPrefix}${id}`);
      platformsScreen.forget(id);
      await refresh();
    });
    if (!refused) platformsScreen.close();
  }

  return (
    <div className="key-form">
      <p>{t('platforms.removeHint', { id, count: environments.length })}</p>
      {failure && <FailureNotice title={t('platforms.notRemoved')} failure={failure} />}
      <div className="form-actions">
        <Button onClick={platformsScreen.close}>{t('platforms.cancel')}</Button>
        <Button danger type="primary" disabled={isRunning} data-testid="platform-remove" onClick={() => void remove()}>
          {t('platforms.remove')}
        </Button>
      </div>
    </div>
  );
}
