import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { VectorTest } from './vector-file.ts';

type Result = VectorTest['result'];

/** The operation of this name, or a refusal that tells that there is none. */
export function operation<Name extends keyof CryptoEngine>(
  engine: Partial<CryptoEngine>,
  name: Name,
): NonNullable<CryptoEngine[Name]> {
  const found = engine[name];
  if (found === undefined) throw new NotOffered(`not offered: ${name}`);
  return found;
}

class NotOffered extends Error {}

/** Compares what `work` gives with the expectation: hex for bytes. Undefined when all is as it must be. */
export function judge(result: Result, work: () => Uint8Array | string, expected: string): string | undefined {
  const outcome = attempt(work);
  if ('broken' in outcome) return outcome.broken;
  if ('refused' in outcome) return result === 'valid' ? `refused: ${outcome.refused}` : undefined;
  if (result === 'invalid') return 'answered what must be refused';
  return outcome.value === expected ? undefined : 'another output';
}

/** For what must be refused or answered false. */
export function judgeVerification(result: Result, work: () => boolean): string | undefined {
  const outcome = attempt(() => String(work()));
  if ('broken' in outcome) return outcome.broken;
  const held = 'value' in outcome && outcome.value === 'true';
  if (result === 'acceptable' || held === (result === 'valid')) return undefined;
  return held ? 'held for right what is wrong' : 'held for wrong what is right';
}

type Outcome = { readonly value: string } | { readonly refused: string } | { readonly broken: string };

/** Only a `HufuError` is a refusal: anything else that is thrown is a defect. */
export function attempt(work: () => Uint8Array | string): Outcome {
  try {
    const value = work();
    return { value: typeof value === 'string' ? value : hexFromBytes(value) };
  } catch (error) {
    if (error instanceof HufuError) return { refused: error.code };
    if (error instanceof NotOffered) return { broken: error.message };
    return { broken: `threw ${error instanceof Error ? error.name : typeof error}` };
  }
}

/** The first that is wrong. */
export function firstOf(...judgements: ReadonlyArray<() => string | undefined>): string | undefined {
  for (const judgement of judgements) {
    const why = judgement();
    if (why !== undefined) return why;
  }
  return undefined;
}
