import { useState } from 'react';
import { Button, InputNumber, Popover } from 'antd';
import { Archive } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryFacets, Retention } from '../../../shared/model/history.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { useTask } from '../../app/use-task.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { refreshHistory } from './use-recent-calls.ts';

const limits = [
  { name: 'days', least: 1, most: 36_500 },
  { name: 'calls', least: 10, most: 10_000_000 },
  { name: 'megabytes', least: 10, most: 1_000_000 },
] as const satisfies readonly { readonly name: keyof Retention; readonly least: number; readonly most: number }[];

/** How much is kept, and how much that is now. */
export function RetentionButton({ facets }: { readonly facets: HistoryFacets | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('history.retention')}
      destroyOnHidden
      content={<RetentionContent facets={facets} onDone={() => setOpen(false)} />}
    >
      <button type="button" className="history-tool" aria-expanded={open} data-testid="retention">
        <Archive size={13} aria-hidden />
        {t('history.retentionShort')}
      </button>
    </Popover>
  );
}

interface RetentionContentProps {
  readonly facets: HistoryFacets | undefined;
  readonly onDone: () => void;
}

function RetentionContent({ facets, onDone }: RetentionContentProps) {
  const { t } = useTranslation();
  const host = useHost();
  const { data } = useQuery({
    queryKey: [...queryKeys.history, 'retention'],
    queryFn: async ({ signal }): Promise<Retention> => host.history.retention.query(undefined, { signal }),
  });
  return (
    <div className="history-retention">
      {facets && (
        <p>{t('history.kept', { count: facets.total, megabytes: Math.ceil((facets.size / 1_048_576) * 10) / 10 })}</p>
      )}
      {data && <RetentionForm retention={data} onDone={onDone} />}
    </div>
  );
}

function RetentionForm({ retention, onDone }: { readonly retention: Retention; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const queryClient = useQueryClient();
  const { isRunning, failure, run } = useTask();
  const [wanted, setWanted] = useState(retention);

  async function save(): Promise<void> {
    const refused = await run(async () => {
      await host.history.setRetention.mutate(wanted);
      await refreshHistory(queryClient);
    });
    if (!refused) onDone();
  }

  return (
    <form
      className="history-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {limits.map(({ name, least, most }) => (
        <Field key={name} label={t(`history.limit.${name}`)}>
          {(control) => (
            <InputNumber
              {...control}
              data-testid={`retention-${name}`}
              min={least}
              max={most}
              precision={0}
              value={wanted[name]}
              onChange={(value) => value !== null && setWanted({ ...wanted, [name]: value })}
            />
          )}
        </Field>
      ))}
      <small>{t('history.retentionHint')}</small>
      {failure && <FailureNotice title={t('history.notSaved')} failure={failure} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isRunning} data-testid="retention-save">
          {t('keys.save')}
        </Button>
      </div>
    </form>
  );
}
