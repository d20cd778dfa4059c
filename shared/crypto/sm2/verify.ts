import { integerFromBytes } from './big-integer.ts';
import { scalars, Sm2Point, type CurvePoint } from './curve.ts';
import type { Sm2Signature } from './signature-form.ts';

/** GB/T 32918.2-2016 clause 7.1 from step B5, for a digest e of 32 bytes and r, s in range. */
export function verifyDigest(publicKey: CurvePoint, digest: Uint8Array, { r, s }: Sm2Signature): boolean {
  const t = scalars.create(r + s);
  if (t === 0n) return false;
  const point = Sm2Point.BASE.mulAddUnsafe(s, publicKey, t);
  // The point at infinity has no x; its coordinates would be answered as 0.
  return !point.is0() && scalars.create(integerFromBytes(digest) + point.x) === r;
}
