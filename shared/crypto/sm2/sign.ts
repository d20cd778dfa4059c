import type { RandomBytes } from '../engine.ts';
import { integerFromBytes } from './big-integer.ts';
import { scalars, Sm2Point } from './curve.ts';
import type { Sm2KeyPair } from './key-pair.ts';
import { withRandomScalar } from './random-scalar.ts';
import type { Sm2Signature } from './signature-form.ts';

/** GB/T 32918.2-2016 clause 6.1 from step A3, for a digest e of 32 bytes. */
export function signDigest({ d, inverse }: Sm2KeyPair, digest: Uint8Array, randomBytes: RandomBytes): Sm2Signature {
  const e = integerFromBytes(digest);
  return withRandomScalar(randomBytes, (k) => {
    const r = scalars.create(e + Sm2Point.BASE.multiply(k).x);
    if (r === 0n || scalars.create(r + k) === 0n) return undefined;
    const s = scalars.mul(inverse, scalars.create(k - r * d));
    return s === 0n ? undefined : { r, s };
  });
}
