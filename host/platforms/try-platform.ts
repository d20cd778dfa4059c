import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { AskPlatformTrial, PlatformTrial } from '../../shared/model/own-platform.ts';
import { callSimulator, isWhole, openSession } from '../../shared/own-platform/call-simulator.ts';
import { noFields, readRequest, readResponse } from '../../shared/pipeline/messages.ts';
import type { PipelineInputs } from '../../shared/pipeline/step-kind.ts';
import type { Trace } from '../../shared/pipeline/trace.ts';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import { sampleKeys } from '../../shared/providers/sample-keys.ts';
import type { Moment } from '../../shared/simulator/simulator.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import type { TraceSummary } from '../../shared/model/call-record.ts';
import { drawNonce, systemRandomBytes } from '../calls/node-inputs.ts';

interface Trying {
  readonly engine: CryptoEngine;
  /** In place of the sample keys. */
  readonly keys: Readonly<Record<string, string>> | undefined;
  readonly remember: (trace: Trace) => TraceSummary;
}

/** Calls a platform's own simulator, or reads a message, in this process: nothing is sent and nothing kept. */
export function tryPlatform(
  provider: Provider,
  { interface: id, body, received }: Pick<AskPlatformTrial, 'interface' | 'body' | 'received'>,
  { engine, keys: given, remember }: Trying,
): Omit<PlatformTrial, 'problems'> {
  const { profile, sample } = provider;
  const conventions = resolveConventions(profile, {});
  const chosen = profile.interfaces.find((entry) => entry.id === id) ?? profile.interfaces[0];
  const keys = given ?? sampleKeys({ profile, keys: sample.keys }, engine);
  const moment: Moment = {
    clock: Date.now(),
    nonce: drawNonce(profile),
    serial: '1',
    randomBytes: systemRandomBytes,
    now: () => performance.now(),
  };
  if (received) {
    const read = received.message === 'request' ? readRequest : readResponse;
    const inputs: PipelineInputs = { ...moment, engine, keys, fields: noFields };
    const base = { profile, conventions, interface: chosen?.id };
    const { trace } = read({ ...base, inputs, text: received.text, httpHeaders: [] });
    return { [received.message]: remember(trace), findings: trace.findings };
  }
  const simulator = provider.createSimulator({ conventions, keys, engine });
  const { request, answer, response } = callSimulator(provider, {
    interface: chosen?.id ?? '',
    body,
    simulator,
    conventions,
    keys,
    engine,
    moment,
    session: openSession(provider, { simulator, conventions, keys, engine, moment }),
  });
  if (!isWhole(request)) return { request: remember(request.trace), findings: request.trace.findings };
  return {
    request: remember(request.trace),
    received: remember(answer.request),
    response: remember(response.trace),
    status: { code: answer.status, reason: answer.reason },
    findings: [...request.trace.findings, ...response.trace.findings],
  };
}
