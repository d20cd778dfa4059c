import { readExport } from '../../../host/history/export-file.ts';
import { historyRecordOf } from '../../../host/history/history-record.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { providersOfCommand } from '../../workspace/providers-of-command.ts';
import { inLanguage } from '../../language.ts';
import { errorDocument, printDocument, printLine, say } from '../../output.ts';
import { readText } from '../../read-input.ts';
import { asUsage } from '../../usage-error.ts';

export interface ImportHistoryOptions extends Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
}

/** Takes in the calls of an exported file; exit code 1 when a line of it is none. */
export async function importHistory(file: string, options: ImportHistoryOptions): Promise<void> {
  const { calls, problems } = asUsage(() => readExport(readText(file, 'FILE')));
  const providers = providersOfCommand(options);
  await withHistory(options, async ({ history, engine }) => {
    const importedAt = Date.now();
    const { added, known } = await history.take(
      calls.map(({ document, marks }) => {
        const record = historyRecordOf(document, {
          engine,
          profile: providers.known(document.request.platform)?.profile,
        });
        return { ...record, entry: { ...record.entry, ...marks, importedAt } };
      }),
    );
    if (options.json) printDocument({ added, known, problems: problems.map(errorDocument) });
    else
      printLine(
        inLanguage({ zh: `导入 ${added} 次调用，${known} 次已有。`, en: `${added} calls added, ${known} were there.` }),
      );
  });
  for (const { text } of problems) say(inLanguage(text));
  if (problems.length > 0) process.exitCode = 1;
}
