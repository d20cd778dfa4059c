import { useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { useTask } from '../../app/use-task.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import { parseTags } from './parse-tags.ts';
import { refreshHistory, useHistoryCall } from './use-recent-calls.ts';

interface DescribeFormProps {
  readonly id: string;
  readonly onDone: () => void;
}

/** Note and tags of one call. */
export function DescribeForm({ id, onDone }: DescribeFormProps) {
  const { t } = useTranslation();
  const { data, error } = useHistoryCall(id);
  if (data) return <MarkForm entry={data.entry} onDone={onDone} />;
  return error ? <FailureNotice title={t('history.notRead')} failure={failureFrom(error)} /> : null;
}

function MarkForm({ entry, onDone }: { readonly entry: HistoryEntry; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const queryClient = useQueryClient();
  const { isRunning, failure, run } = useTask();
  const [tags, setTags] = useState(entry.tags.join('，'));
  const [note, setNote] = useState(entry.note);
  const form = useInitialFocus<HTMLFormElement>();

  async function save(): Promise<void> {
    const refused = await run(async () => {
      await host.history.mark.mutate({ ids: [entry.id], note, tags: parseTags(tags) });
      await refreshHistory(queryClient);
    });
    if (!refused) onDone();
  }

  return (
    <form
      ref={form}
      className="history-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('history.tags')} hint={t('history.tagsHint')}>
        {(control) => (
          <Input {...control} data-testid="tags" value={tags} onChange={({ target }) => setTags(target.value)} />
        )}
      </Field>
      <Field label={t('history.note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            data-testid="note"
            rows={4}
            maxLength={20_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      {failure && <FailureNotice title={t('history.notSaved')} failure={failure} />}
      <div className="form-actions">
        <Button onClick={onDone}>{t('keys.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isRunning} data-testid="describe-save">
          {t('keys.save')}
        </Button>
      </div>
    </form>
  );
}
