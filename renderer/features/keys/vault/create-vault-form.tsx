import { type FormEvent, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { shortestPassphrase } from '../../../../shared/model/vault.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { NewSecretFields } from './new-secret-fields.tsx';

/** The first passphrase. There is no way round it afterwards, which is said before and not after. */
export function CreateVaultForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const [passphrase, setPassphrase] = useState<string>();

  async function create(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (passphrase === undefined || isRunning) return;
    await run(async () => {
      await host.vault.create.mutate({ passphrase });
      await refresh();
    });
  }

  return (
    <form
      ref={container}
      className="vault-form"
      data-testid="create-vault-form"
      onSubmit={(event) => void create(event)}
    >
      <p>{t('keys.vault.createExplained')}</p>
      <NewSecretFields what="passphrase" shortest={shortestPassphrase} onChange={setPassphrase} />
      <p className="vault-form-warning">{t('keys.vault.noRecovery')}</p>
      <span className="vault-form-progress" role="status">
        {isRunning && t('keys.vault.creating')}
      </span>
      {failure && <FailureNotice title={t('keys.vault.notCreated')} failure={failure} />}
      <span className="form-actions">
        <Button onClick={onBack}>{t('keys.back')}</Button>
        <Button
          htmlType="submit"
          type="primary"
          loading={isRunning}
          disabled={passphrase === undefined}
          data-testid="vault-create"
        >
          {t('keys.vault.create')}
        </Button>
      </span>
    </form>
  );
}
