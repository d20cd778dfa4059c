import type { Bilingual } from '../bilingual.ts';
import type { CryptoEngine } from '../crypto/engine.ts';
import type { Finding } from '../finding.ts';
import type { Provider } from '../providers/provider.ts';
import { sampleKeys } from '../providers/sample-keys.ts';
import type { Moment } from '../simulator/simulator.ts';
import { resolveConventions } from '../profile/conventions.ts';
import { callSimulator, isWhole, openSession } from './call-simulator.ts';

export interface TriedSample {
  readonly interface: string;
  /** Of the simulator's answer; empty when the request could not be made. */
  readonly status: string;
  readonly reason: Bilingual;
  readonly isInOrder: boolean;
  readonly findings: readonly Finding[];
}

interface Trying {
  readonly engine: CryptoEngine;
  readonly moment: Moment;
}

/** Calls a fresh simulator with the first sample of every interface, in a session of its own where the platform has one. */
export function trySamples(provider: Provider, { engine, moment }: Trying): readonly TriedSample[] {
  const { profile, sample } = provider;
  const conventions = resolveConventions(profile, {});
  const keys = sampleKeys({ profile, keys: sample.keys }, engine);
  return profile.interfaces.map(({ id, statuses = profile.statuses }) => {
    const simulator = provider.createSimulator({ conventions, keys, engine });
    const agreed = { simulator, conventions, keys, engine };
    const session = openSession(provider, { ...agreed, moment: { ...moment, nonce: '0'.repeat(24) } });
    const { request, answer, response } = callSimulator(provider, { ...agreed, interface: id, moment, session });
    const findings = [request, response].flatMap(({ trace }) => trace.findings);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const unmade = { status: '', reason: { zh: '请求没有做成', en: 'the request could not be made' } };
    const { status, reason } = isWhole(request) ? answer : unmade;
    return {
      interface: id,
      status,
      reason,
      isInOrder: isWhole(request) && isWhole(response) && errors.length === 0 && status === statuses.success,
      findings: errors,
    };
  });
}
