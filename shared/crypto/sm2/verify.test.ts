import { expect, test } from 'vitest';
import { bytesFromInteger } from './big-integer.ts';
import { scalars, Sm2Point } from './curve.ts';
import { verifyDigest } from './verify.ts';

const publicKey = Sm2Point.BASE.multiply(5n);
const s = 0x1234_5678n;

test('t = 0 is refused even where the equation holds: such a signature needs no private key', () => {
  const r = scalars.neg(s);
  const digest = bytesFromInteger(scalars.create(r - Sm2Point.BASE.multiply(s).x));
  expect(verifyDigest(publicKey, digest, { r, s })).toBe(false);
});

test('infinity is no point to take x from', () => {
  // sG + tP = O for P = 5G when s = −5t; r follows from t = r + s.
  const t = scalars.mul(scalars.neg(s), scalars.inv(5n));
  const r = scalars.create(t - s);
  expect(verifyDigest(publicKey, bytesFromInteger(r), { r, s })).toBe(false);
});
