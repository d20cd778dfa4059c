import { drawNonce } from '../../host/calls/node-inputs.ts';
import { brokenStep, runRequest, targetOf } from '../../host/calls/prepared-call.ts';
import { withSessionShown } from '../../host/sessions/send-in-session.ts';
import { runWithoutSecrets } from '../../host/sessions/without-secrets.ts';
import { secretTexts } from '../../shared/pipeline/hide-secrets.ts';
import { notReady } from '../../host/calls/send-request.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { crossCheck } from '../../shared/pipeline/cross-check.ts';
import { composeCall } from '../compose.ts';
import { interfaceNeeded } from '../interface-needed.ts';
import { readClock, type ComposeOptions } from '../message-options.ts';
import { inLanguage } from '../language.ts';
import { readWorkspaceRequest, type WorkspaceRequest } from '../workspace/workspace-request.ts';
import { optionsWith } from '../workspace/options-with.ts';
import { withAgreement, type EnvironmentAgreement } from '../with-agreement.ts';
import { findingLine, printDocument, printLine, say } from '../output.ts';
import { printFindings, printTrace } from '../print-trace.ts';
import { requestDocument, textOf } from '../run-document.ts';

export interface PreviewOptions extends ComposeOptions {
  readonly crossCheck?: boolean;
}

/** Signs and encrypts without sending; with `--now`, `--nonce` and `--serial` the same inputs give the same bytes. */
export async function preview(name: string | undefined, options: PreviewOptions): Promise<void> {
  const from = name === undefined ? undefined : readWorkspaceRequest(name, options);
  await withAgreement(optionsWith(from, options), (agreement) => previewCall(options, { agreement, from }));
}

async function previewCall(
  options: PreviewOptions,
  { agreement, from }: { readonly agreement: EnvironmentAgreement; readonly from: WorkspaceRequest | undefined },
): Promise<void> {
  const { engine, environment } = agreement;
  const { prepared } = composeCall(options, { agreement, from, url: undefined });
  const call = withSessionShown(prepared);
  if (URL.canParse(call.url)) {
    for (const finding of environment?.transportFindings(call.url) ?? []) say(findingLine(finding));
  }
  const drawn = {
    clock: readClock(options.now) ?? Date.now(),
    nonce: options.nonce ?? drawNonce(call.profile),
    // A preview consumes no serial: without one given it shows the first of the day.
    serial: options.serial ?? '1',
  };
  const rerun = (other: CryptoEngine) => runRequest(call, { engine: other, drawn });
  const secret = rerun(engine);
  if (!secret.slots.has('message') && !brokenStep(secret)) throw interfaceNeeded(call.profile);
  const run = runWithoutSecrets(secret, secretTexts(call.profile, call));
  const checks = options.crossCheck ? await secondOpinions({ run: secret, engine, keys: call.keys, rerun }) : undefined;
  if (options.json) printDocument({ ...requestDocument(run), ...(checks && { crossChecks: checks }) });
  else {
    printTrace(run.trace);
    printLine();
    printFindings(run.trace);
    printLine();
    // Of a call without a body the address is all that goes out.
    if (URL.canParse(call.url)) printLine(`→ ${targetOf(call, run).method} ${targetOf(call, run).url}`);
    printLine(textOf(run.slots.get('message')) ?? '');
    for (const { step, verdict } of checks ?? [])
      printLine(`sm-crypto · ${step}: ${inLanguage(verdictWords[verdict])}`);
  }
  if (brokenStep(run)) {
    say(inLanguage(notReady(run).detail.text));
    process.exitCode = 1;
  }
  // What the standard would refuse is a failed check, although it can be sent: to see it refused is a use of the tool.
  if (run.trace.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  if (checks?.some(({ verdict }) => verdict === 'differs')) process.exitCode = 1;
}

const verdictWords = {
  agrees: { zh: '结果一致', en: 'agrees' },
  differs: { zh: '结果不同', en: 'differs' },
  notPossible: { zh: '无法核对', en: 'cannot be checked' },
} as const;

/** sm-crypto is what most peers' front ends use; it is loaded only for this. */
async function secondOpinions(message: Omit<Parameters<typeof crossCheck>[0], 'opinion'>) {
  const { secondOpinion } = await import('../../shared/crypto/second-opinion.ts');
  return crossCheck({ ...message, opinion: secondOpinion });
}
