import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { requirePrivateKeyInRange, sm2Point } from './sm2-point.ts';

const generator =
  '0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0';

const codeOf = (hex: string): string => {
  try {
    sm2Point(bytesFromHex(hex));
    return 'none';
  } catch (error) {
    if (error instanceof HufuError) return error.code;
    throw error;
  }
};

/** Half of all x belong to a point: the property looks at those. */
const compressed = fc
  .tuple(fc.constantFrom(2, 3), fc.uint8Array({ minLength: 32, maxLength: 32 }))
  .map(([prefix, x]) => Uint8Array.of(prefix, ...x));

describe('sm2Point', () => {
  it('reads the generator in each form', () => {
    const x = generator.slice(2, 66);
    for (const form of [generator, generator.slice(2), `02${x}`, `06${generator.slice(2)}`]) {
      expect(hexFromBytes(sm2Point(bytesFromHex(form)))).toBe(generator);
    }
  });

  it('finds for a compressed point one whose full forms read the same, with the parity asked for', () => {
    let points = 0;
    fc.assert(
      fc.property(compressed, (bytes) => {
        const code = codeOf(hexFromBytes(bytes));
        if (code !== 'none') {
          expect(['key.offCurve', 'key.coordinateRange']).toContain(code);
          return;
        }
        points += 1;
        const point = sm2Point(bytes);
        expect((point[64] ?? 0) & 1).toBe((bytes[0] ?? 0) & 1);
        expect(sm2Point(point)).toEqual(point);
        expect(sm2Point(point.subarray(1))).toEqual(point);
      }),
    );
    expect(points).toBeGreaterThan(0);
  });

  it('refuses every point with one bit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 519 }), (bit) => {
        const bytes = bytesFromHex(generator);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(['key.offCurve', 'key.coordinateRange']).toContain(codeOf(hexFromBytes(bytes)));
      }),
    );
  });

  it.each([
    ['00', 'key.infinity'],
    ['', 'key.length'],
    ['0432', 'key.length'],
    [`05${generator.slice(2)}`, 'key.prefix'],
    [`07${generator.slice(2)}`, 'key.hybridParity'],
    [`04${generator.slice(2, 66)}`, 'key.prefix'],
  ])('refuses %s: %s', (hex, code) => {
    expect(codeOf(hex)).toBe(code);
  });

  it('says of which other curve a point is', () => {
    const secp256k1 =
      '0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8';
    expect(codeOf(secp256k1)).toBe('key.otherCurve');
    expect(() => sm2Point(bytesFromHex(secp256k1))).toThrow('secp256k1');
  });

  it('guesses a lost last byte when 64 bytes begin with 04', () => {
    expect(() => sm2Point(bytesFromHex(generator).subarray(0, 64))).toThrow('without its last byte');
  });
});

describe('requirePrivateKeyInRange', () => {
  const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
  const bytes = (d: bigint) => bytesFromHex(d.toString(16).padStart(64, '0'));
  it('takes 1 and n−2', () => {
    for (const d of [1n, n - 2n]) expect(() => requirePrivateKeyInRange(bytes(d))).not.toThrow();
  });
  it.each([0n, n - 1n, n, 2n ** 256n - 1n])('refuses %s', (d) => {
    expect(() => requirePrivateKeyInRange(bytes(d))).toThrow(expect.objectContaining({ code: 'key.privateRange' }));
  });
});
