import { type FormEvent, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { shortestPassphrase } from '../../../../shared/model/vault.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { SecretInput } from '../../../ui/secret-input.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { NewSecretFields } from './new-secret-fields.tsx';
import './vault-forms.css';

/** The present passphrase and the next one; every key is encrypted anew. */
export function ChangePassphraseForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState<string>();

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (next === undefined || current === '' || isRunning) return;
    const refused = await run(async () => {
      await host.vault.changePassphrase.mutate({ current, next });
      await refresh();
    });
    if (!refused) onDone();
  }

  return (
    <form ref={container} className="vault-form" onSubmit={(event) => void change(event)}>
      <Field label={t('keys.vault.currentPassphrase')}>
        {(control) => <SecretInput {...control} testId="current-passphrase" value={current} onChange={setCurrent} />}
      </Field>
      <NewSecretFields what="passphrase" shortest={shortestPassphrase} onChange={setNext} />
      <p className="vault-form-warning">{t('keys.vault.noRecovery')}</p>
      <span className="vault-form-progress" role="status">
        {isRunning && t('keys.vault.changing')}
      </span>
      {failure && <FailureNotice title={t('keys.vault.notChanged')} failure={failure} />}
      <span className="form-actions">
        <Button onClick={onDone}>{t('keys.cancel')}</Button>
        <Button
          htmlType="submit"
          type="primary"
          loading={isRunning}
          disabled={next === undefined || current === ''}
          data-testid="change-passphrase-submit"
        >
          {t('keys.vault.changePassphrase')}
        </Button>
      </span>
    </form>
  );
}
