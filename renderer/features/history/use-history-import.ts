import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import type { ImportedHistory } from '../../../shared/model/history.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { notices } from '../../ui/notice-store.ts';
import { refreshHistory } from './use-recent-calls.ts';

/** Takes in files of exported calls, one after the other. */
export function useHistoryImport() {
  const { t } = useTranslation();
  const host = useHost();
  const queryClient = useQueryClient();
  const [problems, setProblems] = useState<readonly HufuErrorDetail[]>([]);

  async function take(files: Iterable<File>): Promise<void> {
    const found: HufuErrorDetail[] = [];
    let [added, known] = [0, 0];
    for (const file of files) {
      try {
        const result: ImportedHistory = await host.history.import.mutate(await file.text());
        added += result.added;
        known += result.known;
        found.push(...result.problems);
      } catch (error) {
        found.push(failureFrom(error));
      }
    }
    setProblems(found);
    if (added + known > 0) notices.show({ text: t('history.imported', { added, known }) });
    await refreshHistory(queryClient);
  }

  return { problems, take, dismiss: () => setProblems([]) };
}
