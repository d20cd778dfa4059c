import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExportHistory } from '../../../shared/model/history.ts';
import { useHost } from '../../app/host-context.ts';
import { useTask } from '../../app/use-task.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { notices } from '../../ui/notice-store.ts';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import { saveAsFile } from './save-as-file.ts';

interface ExportFormProps {
  readonly ids: readonly string[];
  readonly onDone: () => void;
}

const forms = ['masked', 'whole'] as const;

/** Writes calls into a file, without the personal data in them unless it is asked for. */
export function ExportForm({ ids, onDone }: ExportFormProps) {
  const { t } = useTranslation();
  const host = useHost();
  const { isRunning, failure, run } = useTask();
  const [form, setForm] = useState<ExportHistory['form']>('masked');
  const container = useInitialFocus<HTMLFormElement>();

  async function save(): Promise<void> {
    const refused = await run(async () => {
      const text = await host.history.export.mutate({ ids, form });
      const name = `hufu-history-${new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.jsonl`;
      saveAsFile({ name, content: text, type: 'application/x-ndjson' });
      notices.show({ text: t('history.exported', { count: ids.length, name }) });
    });
    if (!refused) onDone();
  }

  return (
    <form
      ref={container}
      className="history-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset>
        <legend>{t('history.exportCount', { count: ids.length })}</legend>
        {forms.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="export-form"
              data-testid={`export-${value}`}
              checked={form === value}
              onChange={() => setForm(value)}
            />
            {t(`history.exportForm.${value}`)}
            <small>{t(`history.exportHint.${value}`)}</small>
          </label>
        ))}
      </fieldset>
      {form === 'whole' && (
        <p className="export-warning" role="status">
          {t('history.exportWarning')}
        </p>
      )}
      {failure && <FailureNotice title={t('history.notExported')} failure={failure} />}
      <div className="form-actions">
        <Button onClick={onDone}>{t('keys.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isRunning} data-testid="export-save">
          {t('history.exportSave')}
        </Button>
      </div>
    </form>
  );
}
