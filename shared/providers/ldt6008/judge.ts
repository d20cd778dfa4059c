import type { Bilingual } from '../../bilingual.ts';
import type { TraceStep } from '../../pipeline/trace.ts';
import type { RunResult } from '../../pipeline/run-steps.ts';

/** Why a message is refused, as a provider sees it. */
export interface Refusal {
  readonly commStatus: '20' | '30' | '40' | '50' | '90';
  readonly reason: Bilingual;
}

const cipherKinds = new Set([
  'body.take',
  'text.decode',
  'sm4.decrypt',
  'sm2.decrypt',
  'charset.decode',
  'body.restore',
  'body.clear',
]);

/**
 * Whether a received message is in order, in the order a provider finds out: readable, complete, rightly signed. The
 * statuses for what Table 2 does not name are row 21 of the profile's conventions: malformed 90.
 */
export function judgeSignature({ trace }: RunResult): Refusal | undefined {
  return (
    refusedBy(trace.steps, (step) => step.kind === 'message.read', '90') ??
    refusedBy(trace.steps, (step) => step.kind === 'header.check', '90') ??
    refusedBy(trace.steps, (step) => step.kind === 'nonce.take', '30') ??
    judgeVerification(trace.steps)
  );
}

/** Anything but a verification that took place and passed is a refusal: one that was skipped has shown nothing. */
function judgeVerification(steps: readonly TraceStep[]): Refusal | undefined {
  const place = steps.findIndex(({ kind }) => kind === 'compare' || kind === 'sm2.verify');
  const verification = steps[place];
  if (!verification || verification.verdict === 'passed') return undefined;
  return refusedBy(steps.slice(0, place + 1), () => true, '30') ?? { commStatus: '30', reason: verification.title };
}

/** Whether its body could be decrypted; asked after everything that needs no decryption. */
export function judgeBody({ trace, slots }: RunResult): Refusal | undefined {
  const refusal = refusedBy(trace.steps, (step) => cipherKinds.has(step.kind), '40');
  if (refusal || slots.has('body')) return refusal;
  return { commStatus: '40', reason: { zh: '报文体无法读取', en: 'the body cannot be read' } };
}

function refusedBy(
  steps: readonly TraceStep[],
  concerns: (step: TraceStep) => boolean,
  commStatus: Refusal['commStatus'],
): Refusal | undefined {
  const step = steps.find((candidate) => concerns(candidate) && candidate.verdict === 'failed');
  if (!step) return undefined;
  const finding = step.findings.find(({ severity }) => severity === 'error');
  const reason = finding?.message ?? step.title;
  // A key that the simulator itself lacks is no fault of the caller's.
  return finding?.code === 'key.missing' ? { commStatus: '20', reason } : { commStatus, reason };
}
