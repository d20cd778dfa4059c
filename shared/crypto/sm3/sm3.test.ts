import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexFromBytes } from '../encodings/hex.ts';
import { hmacSm3 } from './hmac-sm3.ts';
import { createSm3, sm3 } from './sm3.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

test('GM/T 0004-2012 annex A.1 and A.2', () => {
  expect(hexFromBytes(sm3(new TextEncoder().encode('abc')))).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  expect(hexFromBytes(sm3(new TextEncoder().encode('abcd'.repeat(16))))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

test('is what OpenSSL computes, in one piece or in many', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 6 }), (pieces) => {
      const hash = createSm3();
      for (const piece of pieces) hash.update(piece);
      const whole = Buffer.concat(pieces);
      const expected = createHash('sm3').update(whole).digest('hex');
      expect(hexFromBytes(hash.digest())).toBe(expected);
      expect(hexFromBytes(sm3(whole))).toBe(expected);
    }),
  );
});

test('a copy goes its own way', () => {
  fc.assert(
    fc.property(bytes, bytes, bytes, (first, second, third) => {
      const hash = createSm3().update(first);
      const copy = hash.clone().update(second);
      hash.update(third);
      expect(copy.digest()).toEqual(sm3(Buffer.concat([first, second])));
      expect(hash.digest()).toEqual(sm3(Buffer.concat([first, third])));
    }),
  );
});

test('a part of a larger buffer is hashed, and only that', () => {
  const large = new Uint8Array(400).map((_, index) => index);
  const part = large.subarray(7, 307);
  expect(hexFromBytes(sm3(part))).toBe(createHash('sm3').update(part).digest('hex'));
});

test('HMAC-SM3 is what OpenSSL computes for keys of every length', () => {
  fc.assert(
    fc.property(bytes, bytes, (key, message) => {
      expect(hexFromBytes(hmacSm3(key, message))).toBe(createHmac('sm3', key).update(message).digest('hex'));
    }),
  );
});
