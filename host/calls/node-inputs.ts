import { randomBytes } from 'node:crypto';
import type { CryptoEngine, RandomBytes } from '../../shared/crypto/engine.ts';
import { nonceLength, usualNonceLength } from '../../shared/profile/nonce-length.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { FieldSources, PipelineInputs } from '../../shared/pipeline/step-kind.ts';

/** The system's own source of random bytes. */
export const systemRandomBytes: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** Lower hex, as long as the nonce of a platform is, or as it usually is. */
export function drawNonce(profile?: Pick<Profile, 'steps'>): string {
  const length = profile ? nonceLength(profile, 'request') : usualNonceLength;
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);
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
