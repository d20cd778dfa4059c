import { compareCalls } from '../../../shared/compare/compare-calls.ts';
import { comparableOf } from '../../../host/history/create-history-service.ts';
import { documentOf } from '../../../host/history/history-record.ts';
import { findCall } from '../../history/find-call.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { providersOfCommand } from '../../workspace/providers-of-command.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine } from '../../output.ts';

export interface CompareHistoryOptions extends Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
}

/** What differs, in words; with `--json` the texts too. */
export async function compareHistory(
  { left, right }: { readonly left: string; readonly right: string },
  options: CompareHistoryOptions,
): Promise<void> {
  await withHistory(options, async ({ history }) => {
    const load = async (given: string) => comparableOf(documentOf(await history.load(await findCall(history, given))));
    const [one, other] = [await load(left), await load(right)];
    const profile = providersOfCommand(options).known(one.request.trace.platform)?.profile;
    const { summary, texts } = compareCalls({ left: one, right: other, profile });
    if (options.json) printDocument({ summary: summary.map(inLanguage), texts });
    else for (const sentence of summary) printLine(inLanguage(sentence));
  });
}
