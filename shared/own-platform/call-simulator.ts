import { fittingNonce } from '../simulator/fitting-nonce.ts';
import type { CryptoEngine } from '../crypto/engine.ts';
import { atPointer } from '../json/json-pointer.ts';
import { scalarText } from '../json/json-node.ts';
import { requestTarget } from '../http/request-target.ts';
import { noFields, readResponse, writeRequest } from '../pipeline/messages.ts';
import type { RunResult } from '../pipeline/run-steps.ts';
import type { PipelineInputs } from '../pipeline/step-kind.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import type { Provider } from '../providers/provider.ts';
import type { Moment, SimulatedAnswer, Simulator } from '../simulator/simulator.ts';

export interface SimulatorCall {
  readonly interface: string;
  /** That of the interface's first sample when absent. */
  readonly body?: string | undefined;
  readonly header?: Readonly<Record<string, string>>;
  readonly simulator: Simulator;
  readonly conventions: ConventionValues;
  readonly keys: Readonly<Record<string, string>>;
  readonly engine: CryptoEngine;
  readonly moment: Moment;
  readonly session: Readonly<Record<string, string>>;
}

export interface SimulatorTalk {
  readonly request: RunResult;
  readonly answer: SimulatedAnswer;
  readonly response: RunResult;
}

/** One call of a platform to its simulator, everything but the network in between. A request that could not be made is an empty one. */
export function callSimulator({ profile, sample }: Provider, call: SimulatorCall): SimulatorTalk {
  const { conventions, keys, engine, moment, session, simulator } = call;
  const chosen = profile.interfaces.find(({ id }) => id === call.interface);
  const first = chosen?.samples[0];
  const inputs: PipelineInputs = {
    ...moment,
    nonce: fittingNonce(moment, { profile, message: 'request' }),
    engine,
    keys,
    fields: {
      environment: sample.values,
      interface: chosen?.header ?? {},
      locked: call.header ?? first?.header ?? {},
      extra: [],
      session,
    },
  };
  const base = { profile, conventions, interface: call.interface };
  const request = writeRequest({ ...base, body: call.body ?? first?.body ?? '{}', inputs });
  const message = request.slots.get('message');
  const { method, path } = requestTarget(profile, { chosen, slots: request.slots });
  const httpHeaders = request.slots.get('httpHeaders');
  const answer = simulator.receive(
    {
      method,
      target: path === '' ? '/' : path,
      bytes: new TextEncoder().encode(message?.type === 'text' ? message.text : ''),
      httpHeaders: httpHeaders?.type === 'fields' ? httpHeaders.fields : [],
      faults: {},
    },
    moment,
  );
  const response = readResponse({
    ...base,
    inputs: { ...inputs, fields: noFields },
    text: answer.text,
    bytes: answer.bytes,
    httpHeaders: [],
    request,
  });
  return { request, answer, response };
}

/** The session of a platform that has one, opened at its simulator; empty for others. */
export function openSession(
  provider: Provider,
  call: Omit<SimulatorCall, 'interface' | 'body' | 'header' | 'session'>,
): Readonly<Record<string, string>> {
  const { session } = provider.profile;
  if (!session) return {};
  const body = callSimulator(provider, { ...call, interface: session.interface, session: {} }).response.slots.get(
    'body',
  );
  const root = body?.type === 'json' ? body.root() : undefined;
  return Object.fromEntries(
    Object.entries(session.values).map(([name, at]) => [name, (root && scalarText(atPointer(root, at))) ?? '']),
  );
}

/** Whether every step of a run was carried out and passed. */
export function isWhole({ trace }: RunResult): boolean {
  return trace.steps.every(({ verdict }) => verdict !== 'failed' && verdict !== 'skipped');
}
