import { memberOf } from '../json/json-node.ts';
import { parseJson } from '../json/json-text.ts';
import { HufuError } from '../hufu-error.ts';
import { readRequest, readResponse, type Received } from '../pipeline/messages.ts';
import type { RunResult } from '../pipeline/run-steps.ts';
import type { Profile } from '../profile/profile.ts';

export interface Inspection {
  readonly kind: 'request' | 'response';
  readonly run: RunResult;
  readonly signature: {
    /** `none`: the conventions have no signature here. `unchecked`: it could not be computed, a finding says why. */
    readonly verdict: 'valid' | 'invalid' | 'missing' | 'none' | 'unchecked';
    /** What the conventions give; absent for SM2, whose signatures differ every time. */
    readonly expected?: string;
    readonly found?: string;
  };
  /** The body in clear, as it was encrypted. */
  readonly plaintext?: string;
  /** No step failed and no finding is an error. */
  readonly inOrder: boolean;
}

/**
 * Reads one captured message of a known platform: verifies, decrypts, and lists what departs from the profile. `kind` where
 * the message itself does not tell it.
 */
export function inspectMessage({
  kind: said,
  ...received
}: Received & { readonly kind?: Inspection['kind'] | undefined }): Inspection {
  const kind = said ?? (isResponse(received.text, received.profile) ? 'response' : 'request');
  const run = kind === 'response' ? readResponse(received) : readRequest(received);
  const body = run.slots.get('body');
  return {
    kind,
    run,
    signature: signatureOf(run),
    ...(body?.type === 'json' && { plaintext: body.text }),
    inOrder:
      run.trace.steps.every(({ verdict }) => verdict !== 'failed') &&
      run.trace.findings.every(({ severity }) => severity !== 'error'),
  };
}

/** A response is told by header fields that only responses must have. */
function isResponse(text: string, profile: Profile): boolean {
  const own = profile.header.filter(({ presence }) => presence.response === 'required' && !presence.request);
  try {
    const header = memberOf(parseJson(text).root, 'header');
    return own.some(({ name }) => memberOf(header, name) !== undefined);
  } catch (error) {
    // What is no JSON is neither; reading it as a request reports so.
    if (error instanceof HufuError) return false;
    throw error;
  }
}

function signatureOf({ trace, slots }: RunResult): Inspection['signature'] {
  const check = trace.steps.find(({ kind }) => kind === 'compare' || kind === 'sm2.verify');
  if (!check) return { verdict: 'none' };
  const expected = slots.get('signature');
  const found = slots.get('signatureReceived');
  const values = {
    ...(expected?.type === 'text' && { expected: expected.text }),
    ...(found?.type === 'text' && { found: found.text }),
  };
  if (check.findings.some(({ code }) => code === 'signature.missing')) return { ...values, verdict: 'missing' };
  if (check.verdict === 'skipped' || check.findings.some(({ code }) => code.startsWith('key.'))) {
    return { ...values, verdict: 'unchecked' };
  }
  return { ...values, verdict: check.verdict === 'passed' ? 'valid' : 'invalid' };
}
