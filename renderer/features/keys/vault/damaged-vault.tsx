import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../../../shared/model/vault.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { useRefreshKeys } from '../use-refresh-keys.ts';

interface DamagedVaultProps {
  readonly status: VaultStatus;
  readonly onBack?: () => void;
  /** What is wrong is said beside it. */
  readonly quiet?: boolean;
}

/** Why the vault cannot be read, and its previous good copy where there is one. Nothing is overwritten unasked. */
export function DamagedVault({ status, onBack, quiet = false }: DamagedVaultProps) {
  const { t } = useTranslation();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const { problem, previousSavedAt } = status;

  const restore = () =>
    run(async () => {
      await host.vault.restorePrevious.mutate();
      await refresh();
    });

  return (
    <div className="vault-form">
      {problem && !quiet && <FailureNotice title={t('keys.vault.damagedTitle')} failure={problem} />}
      {previousSavedAt === undefined ? (
        <p>{t('keys.vault.noPrevious')}</p>
      ) : (
        <span className="vault-form-line">
          <span>
            {t('keys.vault.previousFrom')} <Moment at={previousSavedAt} />
          </span>
          <Button type="primary" loading={isRunning} data-testid="vault-restore" onClick={() => void restore()}>
            {t('keys.vault.restore')}
          </Button>
        </span>
      )}
      {onBack && (
        <span className="form-actions">
          <Button onClick={onBack}>{t('keys.back')}</Button>
        </span>
      )}
      {failure && <FailureNotice title={t('keys.vault.notRestored')} failure={failure} />}
    </div>
  );
}
