import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../../app/host-context.ts';
import { useWorkspace } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { useVaultTask } from '../vault/use-vault-task.tsx';

/** Asks before an environment goes. Its keys stay in the ring. */
export function RemoveEnvironmentForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLDivElement>();
  const refresh = useRefreshKeys();
  const { gate, isRunning, failure, run } = useVaultTask();
  const environment = useWorkspace().data?.environments.find((candidate) => candidate.id === id);
  if (!environment) return null;

  // Without keys it needs no vault; where it does, the host says so and the gate opens.
  const remove = () =>
    run(async () => {
      await host.environments.remove.mutate(id);
      await refresh();
      onDone();
    }, 'noVault');

  return (
    <>
      {gate}
      <div ref={container} className="key-form" hidden={gate !== undefined}>
        <p>{t('keys.environments.removeQuestion', { title: say(environment.title) })}</p>
        {failure && <FailureNotice title={t('keys.environments.remove')} failure={failure} />}
        <span className="form-actions">
          <Button onClick={onDone}>{t('keys.remove.keep')}</Button>
          <Button
            danger
            type="primary"
            loading={isRunning}
            data-testid="environment-remove-confirm"
            onClick={() => void remove()}
          >
            {t('keys.environments.remove')}
          </Button>
        </span>
      </div>
    </>
  );
}
