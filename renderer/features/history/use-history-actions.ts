import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallRecord } from '../../../shared/model/call-record.ts';
import type { MarkHistory } from '../../../shared/model/history.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { historyScreen } from './history-store.ts';
import { refreshHistory, rememberCall } from './use-recent-calls.ts';

/** What can be done with calls that were sent. Nothing is thrown: a refusal is said in the notice bar. */
export function useHistoryActions() {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      notices.show({ text: say(failureFrom(error).text) });
      return undefined;
    }
  }

  async function send(how: 'sendExactly' | 'signAndSend', id: string): Promise<CallRecord | undefined> {
    return attempt(async () => {
      const record = await host.history[how].mutate(id);
      await rememberCall(queryClient, record);
      return record;
    });
  }

  async function mark(marks: MarkHistory): Promise<void> {
    await attempt(async () => {
      await host.history.mark.mutate(marks);
      await refreshHistory(queryClient);
    });
  }

  async function restore(ids: readonly string[]): Promise<void> {
    await attempt(async () => {
      await host.history.restore.mutate(ids);
      await refreshHistory(queryClient);
    });
  }

  async function remove(ids: readonly string[]): Promise<void> {
    await attempt(async () => {
      await host.history.remove.mutate(ids);
      historyScreen.forget(ids);
      notices.show({
        text: t('history.removed', { count: ids.length }),
        action: { label: t('history.undo'), run: () => void restore(ids) },
      });
      await refreshHistory(queryClient, ids);
    });
  }

  return { send, mark, remove };
}
