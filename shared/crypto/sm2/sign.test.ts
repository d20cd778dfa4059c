import { expect, test } from 'vitest';
import { bytesFromInteger, integerFromBytes } from './big-integer.ts';
import { scalars, Sm2Point } from './curve.ts';
import { createKeyPairs } from './key-pair.ts';
import { signDigest } from './sign.ts';

const pair = createKeyPairs()(new Uint8Array(32).fill(0x35));
const bad = integerFromBytes(new Uint8Array(32).fill(0x11));
const good = integerFromBytes(new Uint8Array(32).fill(0x22));
const { x } = Sm2Point.BASE.multiply(bad);

/** Digests for which the first k must be drawn again: GB/T 32918.2-2016 clause 6.1, steps A5 and A6. */
const digests = {
  'r = 0': scalars.neg(scalars.create(x)),
  'r + k = n': scalars.create(-bad - x),
  's = 0': scalars.create(scalars.mul(bad, scalars.inv(pair.d)) - x),
};

test.each(Object.entries(digests))('%s: another k is drawn', (_, e) => {
  const digest = bytesFromInteger(e);
  const draws = [bad, good].map(bytesFromInteger);
  const signature = signDigest(pair, digest, () => draws.shift() ?? new Uint8Array(32));
  expect(draws).toHaveLength(0);
  expect(signature).toEqual(signDigest(pair, digest, () => bytesFromInteger(good)));
});
