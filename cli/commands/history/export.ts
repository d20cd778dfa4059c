import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeExport } from '../../../host/history/export-file.ts';
import { hideDocument } from '../../../host/history/hide-document.ts';
import type { HistoryDocument } from '../../../host/history/history-document.ts';
import { documentOf } from '../../../host/history/history-record.ts';
import { writeFileDurably } from '../../../host/store/write-file-durably.ts';
import { entriesOf, namesFilter, type FilterOptions } from '../../history/filter-of.ts';
import { findCall } from '../../history/find-call.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { providersOfCommand } from '../../workspace/providers-of-command.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, say } from '../../output.ts';
import { usage } from '../../usage-error.ts';

export interface ExportHistoryOptions extends FilterOptions, Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
  readonly out: string;
  readonly whole?: boolean;
  readonly force?: boolean;
}

/** The named calls, or those that the filter lets through, as JSON Lines; for this user alone to read. */
export async function exportHistory(ids: readonly string[], options: ExportHistoryOptions): Promise<void> {
  const path = resolve(options.out);
  if (existsSync(path) && !options.force) {
    throw usage('export.exists', '--out', [
      `${path} 已存在，没有改动；要覆盖请加 --force。`,
      `${path} is there already and was left as it is; add --force to replace it.`,
    ]);
  }
  if (ids.length > 0 && namesFilter(options)) {
    throw usage('export.idsAndFilter', 'ID', [
      '给出编号时就导出这些调用，不能再加筛选条件；请去掉其中一样。',
      'With ids just these calls are exported and no filter applies; leave one of both out.',
    ]);
  }
  const form = options.whole ? 'whole' : 'masked';
  await withHistory(options, async ({ history }) => {
    const found = await Promise.all(ids.map((id) => findCall(history, id)));
    const chosen = ids.length > 0 ? found : (await entriesOf(history, options)).map(({ id }) => id);
    if (chosen.length === 0) {
      throw usage('export.nothing', '--out', [
        '没有符合条件的调用，没有写文件。',
        'No call fits; no file was written.',
      ]);
    }
    const providers = providersOfCommand(options);
    const masked = (document: HistoryDocument) =>
      hideDocument(document, { hiding: 'masked', profile: providers.known(document.request.platform)?.profile });
    const calls = [];
    for (const id of chosen) {
      const loaded = await history.load(id);
      const document = documentOf(loaded);
      calls.push({ entry: loaded.entry, document: options.whole ? document : masked(document) });
    }
    writeFileDurably(path, new TextEncoder().encode(writeExport(calls, { form })), { mode: 0o600 });
    if (options.json) printDocument({ file: path, calls: calls.length, form });
    else {
      say(
        inLanguage({
          zh: `已导出 ${calls.length} 次调用到 ${path}（${options.whole ? '原样，含个人信息' : '已掩码'}）。`,
          en: `Exported ${calls.length} calls to ${path} (${options.whole ? 'as they were, personal data included' : 'masked'}).`,
        }),
      );
    }
  });
}
