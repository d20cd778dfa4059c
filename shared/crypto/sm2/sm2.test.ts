import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import type { RandomBytes, Sm2CipherLayout, Sm2SignatureForm } from '../engine.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { sm2Parameters } from './curve-parameters.ts';
import { derOctetString, derPositiveInteger, derSequence } from './der-write.ts';
import { createSm2 } from './sm2.ts';

const userId = bytesFromUtf8('1234567812345678');
const privateKey = bytesFromHex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
const nMinus = (less: bigint): Uint8Array => bytesFromHex((sm2Parameters.n - less).toString(16));

/** Different bytes at each draw, the same in each run. */
function counting(): RandomBytes {
  const { sm3 } = createPortableEngine({ randomBytes: () => new Uint8Array() });
  let draws = 0;
  return (length) => {
    draws += 1;
    return sm3(Uint8Array.of(draws)).slice(0, length);
  };
}

const sm2 = createSm2({ randomBytes: counting() });
const publicKey = sm2.sm2PublicKey(privateKey);
const layouts: readonly Sm2CipherLayout[] = [
  { form: 'der' },
  ...([true, false] as const).flatMap((prefix04) =>
    (['C1C3C2', 'C1C2C3'] as const).map((order) => ({ form: 'raw', order, prefix04 }) as const),
  ),
];

const keys = fc
  .bigInt({ min: 1n, max: sm2Parameters.n - 2n })
  .map((d) => bytesFromHex(d.toString(16).padStart(64, '0')));

test('what is signed verifies in every form of the key, and with nothing else changed', () => {
  fc.assert(
    fc.property(
      keys,
      fc.uint8Array({ maxLength: 100 }),
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom<Sm2SignatureForm>('r||s', 'der'),
      fc.nat(),
      (key, message, id, form, place) => {
        const options = { form, userId: id };
        const point = sm2.sm2PublicKey(key);
        const signature = sm2.sm2Sign(key, message, options);
        const compressed = Uint8Array.of(2 + ((point[64] ?? 0) & 1), ...point.subarray(1, 33));
        for (const encoded of [point, point.subarray(1), compressed]) {
          expect(sm2.sm2Verify(encoded, message, signature, options)).toBe(true);
        }
        const bit = place % (signature.length * 8);
        const changed = signature.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(sm2.sm2Verify(point, message, changed, options)).toBe(false);
        expect(sm2.sm2Verify(point, Uint8Array.of(...message, 0), signature, options)).toBe(false);
        expect(sm2.sm2Verify(point, message, signature, { form, userId: Uint8Array.of(...id, 0) })).toBe(false);
        const otherForm = form === 'der' ? 'r||s' : 'der';
        expect(sm2.sm2Verify(point, message, signature, { form: otherForm, userId: id })).toBe(false);
      },
    ),
    { numRuns: 25 },
  );
});

test('what is encrypted is decrypted in its own layout, and changed or in another layout it is refused', () => {
  fc.assert(
    fc.property(
      keys,
      fc.uint8Array({ minLength: 1, maxLength: 100 }),
      fc.constantFrom(...layouts),
      fc.constantFrom(...layouts),
      fc.nat(),
      (key, message, layout, other, place) => {
        const ciphertext = sm2.sm2Encrypt(sm2.sm2PublicKey(key), message, layout);
        expect(sm2.sm2Decrypt(key, ciphertext, layout)).toEqual(message);
        const bit = place % (ciphertext.length * 8);
        const changed = ciphertext.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(() => sm2.sm2Decrypt(key, changed, layout)).toThrow(expect.objectContaining({ name: 'HufuError' }));
        if (other === layout) return;
        expect(() => sm2.sm2Decrypt(key, ciphertext, other)).toThrow(expect.objectContaining({ name: 'HufuError' }));
      },
    ),
    { numRuns: 25 },
  );
});

describe('private keys', () => {
  test.each([
    ['0', new Uint8Array(32), 'sm2.privateKeyRange'],
    ['n−1', nMinus(1n), 'sm2.privateKeyRange'],
    ['n', nMinus(0n), 'sm2.privateKeyRange'],
    ['all ones', new Uint8Array(32).fill(255), 'sm2.privateKeyRange'],
    ['31 bytes', new Uint8Array(31).fill(1), 'sm2.privateKeyLength'],
    ['33 bytes', new Uint8Array(33).fill(1), 'sm2.privateKeyLength'],
    ['none', new Uint8Array(), 'sm2.privateKeyLength'],
  ])('%s is refused', (_, key, code) => {
    const refusal = expect.objectContaining({ code }) as Error;
    expect(() => sm2.sm2PublicKey(key)).toThrow(refusal);
    expect(() => sm2.sm2Sign(key, userId, { form: 'der', userId })).toThrow(refusal);
    expect(() => sm2.sm2Decrypt(key, new Uint8Array(100), { form: 'der' })).toThrow(refusal);
  });

  test('1 and n−2 are the ends of the range', () => {
    expect(hexFromBytes(sm2.sm2PublicKey(bytesFromHex('01'.padStart(64, '0'))))).toContain(
      sm2Parameters.Gx.toString(16),
    );
    expect(sm2.sm2PublicKey(nMinus(2n))).toHaveLength(65);
  });

  test('a key that changes under the caller’s hands is another key', () => {
    const key = Buffer.from(privateKey);
    const before = sm2.sm2PublicKey(key);
    key[31] = (key[31] ?? 0) ^ 1;
    expect(sm2.sm2PublicKey(key)).not.toEqual(before);
    before.fill(0);
    expect(sm2.sm2PublicKey(privateKey)).toEqual(publicKey);
  });
});

describe('public keys', () => {
  test.each([
    ['a private key', privateKey, 'sm2.publicKeyForm'],
    ['hybrid', publicKey.with(0, 6), 'sm2.publicKeyForm'],
    ['64 bytes and one', publicKey.with(0, 0), 'sm2.publicKeyForm'],
    ['infinity', Uint8Array.of(0), 'sm2.publicKeyForm'],
    ['y + 1', publicKey.with(64, ((publicKey[64] ?? 0) + 1) & 255), 'sm2.publicKeyPoint'],
    ['(0, 0)', new Uint8Array(65).with(0, 4), 'sm2.publicKeyPoint'],
    ['x of no point', Uint8Array.of(2, ...new Uint8Array(32).fill(255)), 'sm2.publicKeyPoint'],
  ])('%s is refused', (_, key, code) => {
    const refusal = expect.objectContaining({ code }) as Error;
    expect(() => sm2.sm2Verify(key, userId, new Uint8Array(64), { form: 'r||s', userId })).toThrow(refusal);
    expect(() => sm2.sm2Encrypt(key, userId, { form: 'der' })).toThrow(refusal);
  });
});

describe('ciphertexts', () => {
  const raw = { form: 'raw', order: 'C1C3C2', prefix04: true } as const;
  const ciphertext = sm2.sm2Encrypt(publicKey, bytesFromUtf8('message'), raw);
  const der = sm2.sm2Encrypt(publicKey, bytesFromUtf8('message'), { form: 'der' });

  test.each([
    ['cut to no C2', ciphertext.subarray(0, 97), raw, 'sm2.ciphertextLength'],
    ['DER for raw', der, raw, 'sm2.ciphertextPrefix'],
    ['raw for DER', ciphertext, { form: 'der' } as const, 'sm2.ciphertextDer'],
    ['bytes behind DER', Uint8Array.of(...der, 0), { form: 'der' } as const, 'sm2.ciphertextDer'],
    ['04 as a part of X', ciphertext, { ...raw, prefix04: false }, 'sm2.ciphertextPoint'],
    ['another order', ciphertext, { ...raw, order: 'C1C2C3' } as const, 'sm2.ciphertextCheck'],
  ])('%s is refused', (_, bytes, layout, code) => {
    expect(() => sm2.sm2Decrypt(privateKey, bytes, layout)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['x of 33 bytes', { x: new Uint8Array(33).fill(1) }],
    ['x of p and more', { x: new Uint8Array(32).fill(255) }],
    ['y of p and more', { y: new Uint8Array(32).fill(255) }],
    ['C3 of 31 bytes', { c3: new Uint8Array(31) }],
    ['no C2', { c2: new Uint8Array() }],
  ])('DER with %s is refused as DER', (_, part) => {
    const c1 = publicKey.subarray(1);
    const right = { x: c1.subarray(0, 32), y: c1.subarray(32), c3: new Uint8Array(32), c2: Uint8Array.of(1) };
    const { x, y, c3, c2 } = { ...right, ...part };
    const bytes = derSequence(derPositiveInteger(x), derPositiveInteger(y), derOctetString(c3), derOctetString(c2));
    expect(() => sm2.sm2Decrypt(privateKey, bytes, { form: 'der' })).toThrow(
      expect.objectContaining({ code: 'sm2.ciphertextDer' }),
    );
  });

  test('what looks like DER is said to look like DER', () => {
    expect(() => sm2.sm2Decrypt(privateKey, der, raw)).toThrow('looks like DER');
    expect(() => sm2.sm2Decrypt(privateKey, ciphertext.subarray(1), raw)).toThrow('may lack the prefix');
  });

  test('no message is no ciphertext', () => {
    expect(() => sm2.sm2Encrypt(publicKey, new Uint8Array(), raw)).toThrow(
      expect.objectContaining({ code: 'sm2.emptyMessage' }),
    );
  });
});

test('a user identifier of over 8191 bytes is refused, by signing and by verifying', () => {
  const options = { form: 'r||s', userId: new Uint8Array(8192) } as const;
  const refusal = expect.objectContaining({ code: 'sm2.userIdLength' }) as Error;
  expect(() => sm2.sm2Sign(privateKey, userId, options)).toThrow(refusal);
  expect(() => sm2.sm2Verify(publicKey, userId, new Uint8Array(64), options)).toThrow(refusal);
});

describe('the random source', () => {
  test('a k out of 1..n−1 is drawn again', () => {
    const good = bytesFromHex('59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21');
    const draws = [new Uint8Array(32), nMinus(0n), new Uint8Array(32).fill(255), good];
    const engine = createSm2({ randomBytes: () => draws.shift() ?? new Uint8Array(32) });
    const expected = createSm2({ randomBytes: () => good });
    const options = { form: 'r||s', userId } as const;
    expect(engine.sm2Sign(privateKey, userId, options)).toEqual(expected.sm2Sign(privateKey, userId, options));
    expect(draws).toHaveLength(0);
  });

  test('one that never gives a usable k ends in an error, not in a loop', () => {
    const engine = createSm2({ randomBytes: (length) => new Uint8Array(length) });
    expect(() => engine.sm2Sign(privateKey, userId, { form: 'r||s', userId })).toThrow('100 unusable values');
    expect(() => engine.sm2Encrypt(publicKey, userId, { form: 'der' })).toThrow('100 unusable values');
  });

  test('one that gives too few bytes is no source', () => {
    const engine = createSm2({ randomBytes: () => new Uint8Array(31).fill(1) });
    expect(() => engine.sm2Sign(privateKey, userId, { form: 'r||s', userId })).toThrow('31 bytes instead of 32');
  });
});
