import { drawNonce } from '../../host/calls/node-inputs.ts';
import { brokenStep, runRequest } from '../../host/calls/prepared-call.ts';
import { notReady } from '../../host/calls/send-request.ts';
import { composeCall } from '../compose.ts';
import { readClock, type ComposeOptions } from '../message-options.ts';
import { inLanguage } from '../language.ts';
import { printDocument, printLine, say } from '../output.ts';
import { printFindings, printTrace } from '../print-trace.ts';
import { requestDocument, textOf } from '../run-document.ts';

/** Signs and encrypts without sending; with `--now`, `--nonce` and `--serial` the same inputs give the same bytes. */
export async function preview(options: ComposeOptions): Promise<void> {
  const { call, engine } = await composeCall(options, '');
  const run = runRequest(call, {
    engine,
    drawn: {
      clock: readClock(options.now) ?? Date.now(),
      nonce: options.nonce ?? drawNonce(),
      // A preview consumes no serial: without one given it shows the first of the day.
      serial: options.serial ?? '1',
    },
  });
  if (options.json) printDocument(requestDocument(run));
  else {
    printTrace(run.trace);
    printLine();
    printFindings(run.trace);
    printLine();
    printLine(textOf(run.slots.get('message')) ?? '');
  }
  if (brokenStep(run)) {
    say(inLanguage(notReady(run).detail.text));
    process.exitCode = 1;
  }
}
