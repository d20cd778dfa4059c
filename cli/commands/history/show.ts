import type { HistoryDocument } from '../../../host/history/history-document.ts';
import { documentOf } from '../../../host/history/history-record.ts';
import { bodiesNotKept } from '../../../host/calls/create-call-service.ts';
import { viewTrace } from '../../../shared/pipeline/trace-view.ts';
import { callPart, type CallPart } from '../../history/call-part.ts';
import { findCall } from '../../history/find-call.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { clauseInLanguage, inLanguage } from '../../language.ts';
import { errorDocument, printDocument, printLine } from '../../output.ts';
import { printFindings, printTrace } from '../../print-trace.ts';
import { usage } from '../../usage-error.ts';

export interface ShowHistoryOptions extends Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
  readonly wire?: 'request' | 'response';
  readonly part?: CallPart;
}

/** A call whole; with `--wire` one message to the byte, with `--part` one of its views, and nothing else. */
export async function showHistory(given: string, options: ShowHistoryOptions): Promise<void> {
  await withHistory(options, async ({ history }) => {
    await history.closeInterrupted();
    const loaded = await history.load(await findCall(history, given));
    const document = documentOf(loaded);
    const { record, request, response, wire } = document;
    if (options.part) {
      printPart(document, { part: options.part, json: options.json });
      return;
    }
    if (options.wire) {
      const bytes = options.wire === 'request' ? wire.body : wire.answer;
      if (bytes === null) throw bodiesNotKept();
      if (bytes === undefined)
        throw usage('history.noAnswer', '--wire', ['这次调用没有收到应答。', 'No answer came to this call.']);
      process.stdout.write(bytes);
      return;
    }
    if (options.json) {
      const whole = { limit: Number.POSITIVE_INFINITY };
      const { error, ...rest } = record;
      printDocument({
        ...loaded.entry,
        ...rest,
        verdict: loaded.entry.verdict,
        ...(error && { error: errorDocument(error) }),
        request: viewTrace(request, whole),
        response: response ? viewTrace(response, whole) : null,
      });
      return;
    }
    printLine(`${record.id}  ${new Date(record.startedAt).toLocaleString('sv-SE')}  ${loaded.entry.verdict}`);
    printLine(`→ ${record.url}`);
    printTrace(request);
    printFindings(request);
    if (record.http)
      printLine(`\n← HTTP ${record.http.status} ${record.http.statusText}, ${record.http.responseSize} B`);
    if (response) printTrace(response);
    if (record.status)
      printLine(
        `\n${record.status.code} ${inLanguage(record.status.meaning)} (${clauseInLanguage(record.status.clause)})`,
      );
    if (record.error) printLine(inLanguage(record.error.text));
  });
}

function printPart(document: HistoryDocument, { part, json }: { part: CallPart; json: boolean | undefined }): void {
  if (!document.record.bodiesKept) throw bodiesNotKept();
  const texts = callPart(document, part);
  if (texts.length === 0) {
    throw usage('history.noPart', '--part', [
      `这次调用没有 ${part} 这一部分：没有收到应答，或那一步没有执行。`,
      `The call has no ${part}: no answer came, or that step was not carried out.`,
    ]);
  }
  if (json) printDocument({ part, texts });
  else for (const { name, text } of texts) printLine(name === '' ? text : `${name}: ${text}`);
}
