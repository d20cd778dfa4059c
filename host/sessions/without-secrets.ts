import { hiderOf, type SecretHider, type SecretText } from '../../shared/pipeline/hide-secrets.ts';
import type { RunResult } from '../../shared/pipeline/run-steps.ts';
import { mapTexts } from '../../shared/privacy/map-texts.ts';
import type { SentCall } from '../calls/send-request.ts';
import { mapTrace } from '../history/history-document.ts';

/** A run as it may be shown: names stand where its messages carry secrets in clear. */
export function runWithoutSecrets(run: RunResult, secrets: readonly SecretText[]): RunResult {
  return secrets.length === 0 ? run : hiddenRun(run, hiderOf(secrets));
}

/** The same of a call with all that came of it. */
export function sentWithoutSecrets(sent: SentCall, secrets: readonly SecretText[]): SentCall {
  if (secrets.length === 0) return sent;
  const hide = hiderOf(secrets);
  const { request, response, ...rest } = sent;
  return {
    ...mapTexts(rest, hide.text),
    request: hiddenRun(request, hide),
    ...(response && { response: hiddenRun(response, hide) }),
  };
}

function hiddenRun({ trace, slots }: RunResult, hide: SecretHider): RunResult {
  return {
    trace: mapTrace(trace, hide.text),
    slots: new Map([...slots].map(([slot, value]) => [slot, hide.value(value)])),
  };
}
