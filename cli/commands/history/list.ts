import { entriesOf, type FilterOptions } from '../../history/filter-of.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine } from '../../output.ts';

export interface ListHistoryOptions extends FilterOptions, Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
}

/** One line a call: id, time, status or verdict, duration, environment, title, tags. */
export async function listHistory(options: ListHistoryOptions): Promise<void> {
  await withHistory(options, async ({ history }) => {
    await history.closeInterrupted();
    const entries = await entriesOf(history, options);
    if (options.json) {
      printDocument({ entries });
      return;
    }
    for (const { id, startedAt, status, verdict, http, environment, title, tags, pinned } of entries) {
      printLine(
        [
          id.slice(0, 8),
          localTime(startedAt),
          (status?.code ?? verdict).padEnd(4),
          (http ? `${Math.round(http.milliseconds)} ms` : '–').padStart(8),
          environment,
          inLanguage(title),
          ...(pinned ? ['*'] : []),
          ...tags.map((tag) => `#${tag}`),
        ].join('  '),
      );
    }
  });
}

/** `2026-11-23 10:42:35`, in the zone of this machine. */
function localTime(moment: number): string {
  return new Date(moment).toLocaleString('sv-SE');
}
