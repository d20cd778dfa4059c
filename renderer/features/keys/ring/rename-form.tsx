import { type FormEvent, useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../../app/host-context.ts';
import { useKeyRing } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';

export function RenameForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const present = useKeyRing().ring?.keys.find((key) => key.id === id)?.label ?? '';
  const [label, setLabel] = useState(present);

  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (label.trim() === '') return;
    const refused = await run(async () => {
      await host.keys.rename.mutate({ id, label: label.trim() });
      await refresh();
    });
    if (!refused) onDone();
  }

  return (
    <form ref={container} className="key-form" onSubmit={(event) => void rename(event)}>
      <Field label={t('keys.label')}>
        {(control) => (
          <Input
            {...control}
            data-testid="rename-label"
            value={label}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setLabel(target.value)}
          />
        )}
      </Field>
      {failure && <FailureNotice title={present} failure={failure} />}
      <span className="form-actions">
        <Button onClick={onDone}>{t('keys.cancel')}</Button>
        <Button htmlType="submit" type="primary" loading={isRunning} disabled={label.trim() === ''}>
          {t('keys.save')}
        </Button>
      </span>
    </form>
  );
}
