import type { Finding } from '../finding.ts';
import { factsOfCall, holds } from '../profile/condition.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import type { Profile } from '../profile/profile.ts';
import { runSteps, type RunResult } from './run-steps.ts';
import type { FieldSources, PipelineInputs } from './step-kind.ts';
import type { Trace } from './trace.ts';
import type { Field, Value } from './value.ts';

interface Agreed {
  readonly profile: Profile;
  readonly conventions: ConventionValues;
  readonly interface?: string | undefined;
  readonly inputs: PipelineInputs;
}

/** For messages that are read: nothing is filled. */
export const noFields: FieldSources = { environment: {}, interface: {}, locked: {}, extra: [] };

/** From a composed body to a request on the wire, with what is worth saying about the chosen conventions. */
export function writeRequest({ body, ...agreed }: Agreed & { readonly body: string }): RunResult {
  const run = runSteps({
    ...agreed,
    message: 'request',
    direction: 'outward',
    given: { composed: { value: { type: 'text', text: body }, sensitivity: 'personal' } },
  });
  return { ...run, trace: withAdvice(run.trace, agreed) };
}

export interface Received extends Agreed {
  readonly text: string;
  readonly httpHeaders: readonly Field[];
}

/** From a request as received to its header, verdict on its signature, and body in clear. */
export function readRequest({ text, httpHeaders, ...agreed }: Received): RunResult {
  return runSteps({ ...agreed, message: 'request', direction: 'inward', given: receivedSlots(text, httpHeaders) });
}

/**
 * The same for a response; with the request it answers, its echoes and counts are checked too. `bytes`: exactly what came,
 * for an answer that may be a file.
 */
export function readResponse({
  text,
  bytes,
  httpHeaders,
  request,
  ...agreed
}: Received & { readonly request?: RunResult; readonly bytes?: Uint8Array | undefined }): RunResult {
  const header = request?.slots.get('header');
  const body = request?.slots.get('body');
  return runSteps({
    ...agreed,
    message: 'response',
    direction: 'inward',
    given: {
      ...receivedSlots(text, httpHeaders),
      ...(bytes && { receivedBytes: { value: { type: 'bytes', bytes }, sensitivity: 'personal' } }),
      ...(header && { requestHeader: { value: header, sensitivity: 'public' } }),
      ...(body && { requestBody: { value: body, sensitivity: 'personal' } }),
    },
  });
}

function receivedSlots(text: string, httpHeaders: readonly Field[]) {
  return {
    received: { value: { type: 'text', text } as Value, sensitivity: 'personal' as const },
    httpHeaders: { value: { type: 'fields', fields: httpHeaders } as Value, sensitivity: 'public' as const },
  };
}

function withAdvice(trace: Trace, { profile, conventions, interface: id }: Agreed): Trace {
  const facts = factsOfCall(profile, { conventions, interface: id });
  const findings: readonly Finding[] = profile.advice
    .filter(({ when }) => holds(when, facts))
    .map(({ when: _, ...finding }) => finding);
  return { ...trace, findings: [...trace.findings, ...findings] };
}
