import { type FormEvent, useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { KeySummary } from '../../../../shared/model/key-ring.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { SecretInput } from '../../../ui/secret-input.tsx';
import { NewSecretFields } from '../vault/new-secret-fields.tsx';
import { secretForms, suggestedPath } from './export-forms.ts';

interface SecretFormProps {
  readonly summary: KeySummary;
  readonly exportFolder: string;
}

/** Writes the key itself to a file, after the passphrase again. The key does not come to this page. */
export function SecretForm({ summary, exportFolder }: SecretFormProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const { isRunning, failure, run } = useTask();
  const forms = secretForms(summary);
  const [form, setForm] = useState(forms[0]);
  const [passphrase, setPassphrase] = useState('');
  const [password, setPassword] = useState<string>();
  const [typedPath, setTypedPath] = useState<string>();
  const [written, setWritten] = useState<string>();
  if (form === undefined) return null;
  const path = typedPath ?? suggestedPath({ folder: exportFolder, label: summary.label, form });
  const pathError = failure?.field === 'path' ? say(failure.text) : undefined;
  const isEncrypted = form === 'encrypted-pkcs8-pem';
  const isComplete = passphrase !== '' && path.trim() !== '' && (!isEncrypted || password !== undefined);

  async function write(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form === undefined || !isComplete || isRunning) return;
    setWritten(undefined);
    await run(async () => {
      const given = { id: summary.id, form, passphrase, path: path.trim() };
      const result = await host.keys.exportSecret.mutate(
        isEncrypted && password !== undefined ? { ...given, password } : given,
      );
      setPassphrase('');
      setWritten(result.path);
    });
  }

  return (
    <section className="secret-export" aria-label={t('keys.export.secret')}>
      <h4>{t('keys.export.secret')}</h4>
      <form className="key-form" onSubmit={(event) => void write(event)}>
        <Field label={t('keys.export.form')}>
          {() => (
            <Choice
              label={t('keys.export.form')}
              testId="secret-form"
              value={form}
              options={forms.map((value) => ({ value, label: t(`keys.export.forms.${value}`) }))}
              onChange={(chosen) => setForm(forms.find((candidate) => candidate === chosen))}
            />
          )}
        </Field>
        <p className="vault-form-warning">
          {t(isEncrypted ? 'keys.export.encryptedNotice' : 'keys.export.clearNotice')}
        </p>
        {isEncrypted && <NewSecretFields what="password" shortest={shortestPassword} onChange={setPassword} />}
        <Field label={t('keys.export.path')} error={pathError} hint={t('keys.export.pathHint')}>
          {(control) => (
            <Input
              {...control}
              className="code-input"
              data-testid="export-path"
              value={path}
              spellCheck={false}
              autoComplete="off"
              onChange={({ target }) => setTypedPath(target.value)}
            />
          )}
        </Field>
        <Field label={t('keys.export.passphrase')}>
          {(control) => (
            <SecretInput {...control} testId="export-passphrase" value={passphrase} onChange={setPassphrase} />
          )}
        </Field>
        {failure && pathError === undefined && <FailureNotice title={t('keys.export.failed')} failure={failure} />}
        <span className="form-actions">
          <span className="export-written" role="status" data-testid="export-written">
            {isRunning && t('keys.export.writing')}
            {written !== undefined && t('keys.export.written', { path: written })}
          </span>
          <Button htmlType="submit" danger disabled={!isComplete} loading={isRunning} data-testid="export-submit">
            {t('keys.export.write')}
          </Button>
        </span>
      </form>
    </section>
  );
}

/** The file leaves this machine: its password is what keeps it. */
const shortestPassword = 8;
