import { randomBytes } from 'node:crypto';
import type { CryptoEngine, RandomBytes } from '../../shared/crypto/engine.ts';
import type { FieldSources, PipelineInputs } from '../../shared/pipeline/step-kind.ts';

/** The system's own source of random bytes. */
export const systemRandomBytes: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** 24 characters of lower hex, as the printed example of LD/T 6008 7.1.1.2 has them. */
export function drawNonce(): string {
  return randomBytes(12).toString('hex');
}

interface Moment {
  readonly engine: CryptoEngine;
  readonly keys: Readonly<Record<string, string>>;
  readonly keyProblems?: PipelineInputs['keyProblems'];
  readonly fields: FieldSources;
  readonly clock: number;
  readonly nonce?: string | undefined;
  readonly serial?: string | undefined;
}

/** What a pipeline needs from outside, with Node's randomness and timer. */
export function nodeInputs({ nonce, serial, keyProblems, ...moment }: Moment): PipelineInputs {
  return {
    ...moment,
    ...(keyProblems && { keyProblems }),
    ...(nonce !== undefined && { nonce }),
    ...(serial !== undefined && { serial }),
    randomBytes: systemRandomBytes,
    now: () => performance.now(),
  };
}
