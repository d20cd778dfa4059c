import { type FormEvent, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { SecretInput } from '../../../ui/secret-input.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';

interface UnlockFormProps {
  readonly onOpened?: () => void;
  readonly onBack?: () => void;
  /** Where the form is one of several on the screen and must not take the focus. */
  readonly quiet?: boolean;
}

/** Opens the vault. What was entered stays when it was wrong: one character may be. */
export function UnlockForm({ onOpened, onBack, quiet = false }: UnlockFormProps) {
  const { t } = useTranslation();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>(!quiet);
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const [passphrase, setPassphrase] = useState('');

  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    if (passphrase === '' || isRunning) return;
    const refused = await run(async () => {
      await host.vault.unlock.mutate({ passphrase });
      setPassphrase('');
      await refresh();
    });
    if (!refused) onOpened?.();
  }

  return (
    <form ref={container} className="vault-form" data-testid="unlock-form" onSubmit={(event) => void unlock(event)}>
      <Field label={t('keys.vault.passphrase')}>
        {(control) => (
          <span className="vault-form-line">
            <SecretInput {...control} testId="vault-passphrase" value={passphrase} onChange={setPassphrase} />
            <Button
              htmlType="submit"
              type={quiet ? 'default' : 'primary'}
              loading={isRunning}
              disabled={passphrase === ''}
              data-testid="vault-unlock"
            >
              {t('keys.vault.unlock')}
            </Button>
            {onBack && <Button onClick={onBack}>{t('keys.back')}</Button>}
          </span>
        )}
      </Field>
      <span className="vault-form-progress" role="status">
        {isRunning && t('keys.vault.unlocking')}
      </span>
      {failure && <FailureNotice title={t('keys.vault.notOpened')} failure={failure} />}
    </form>
  );
}
