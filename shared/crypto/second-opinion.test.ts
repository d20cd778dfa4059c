import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesFromUtf8 } from './encodings/utf8.ts';
import type { BlockOptions, Sm2CipherLayout } from './engine.ts';
import { createPortableEngine } from './portable-engine.ts';
import { secondOpinion } from './second-opinion.ts';

const engine = createPortableEngine({ randomBytes: (length) => randomFillSync(new Uint8Array(length)) });
const privateKey = new Uint8Array(32).fill(7);
const publicKey = engine.sm2PublicKey(privateKey);
const messages = fc.uint8Array({ minLength: 1, maxLength: 200 });
const blocks = fc.uint8Array({ minLength: 16, maxLength: 16 });
const layouts: readonly Sm2CipherLayout[] = [
  { form: 'der' },
  { form: 'raw', order: 'C1C3C2', prefix04: true },
  { form: 'raw', order: 'C1C2C3', prefix04: false },
];

test('agrees about SM3, HMAC-SM3 and SM4', () => {
  fc.assert(
    fc.property(messages, blocks, blocks, fc.constantFrom('pkcs7', 'zero'), (message, key, iv, padding) => {
      expect(secondOpinion.sm3(message)).toEqual(engine.sm3(message));
      expect(secondOpinion.hmacSm3(key, message)).toEqual(engine.hmacSm3(key, message));
      for (const options of [
        { mode: 'ECB', padding },
        { mode: 'CBC', padding, iv },
      ] satisfies BlockOptions[]) {
        const sealed = engine.sm4Encrypt(key, message, options);
        expect(secondOpinion.sm4Encrypt(key, message, options)).toEqual(sealed);
        expect(secondOpinion.sm4Decrypt(key, sealed, options)).toEqual(engine.sm4Decrypt(key, sealed, options));
      }
    }),
  );
});

test('agrees about SM2 both ways', () => {
  fc.assert(
    fc.property(
      messages,
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('r||s', 'der'),
      fc.constantFrom(...layouts),
      (message, id, form, layout) => {
        const options = { form, userId: bytesFromUtf8(id) };
        const theirs = secondOpinion.sm2Sign(privateKey, message, options);
        expect(engine.sm2Verify(publicKey, message, theirs, options)).toBe(true);
        const ours = engine.sm2Sign(privateKey, message, options);
        expect(secondOpinion.sm2Verify(publicKey, message, ours, options)).toBe(true);
        expect(
          secondOpinion.sm2Verify(publicKey, message, ours.with(ours.length - 1, (ours.at(-1) ?? 0) ^ 1), options),
        ).toBe(false);
        expect(engine.sm2Decrypt(privateKey, secondOpinion.sm2Encrypt(publicKey, message, layout), layout)).toEqual(
          message,
        );
        const sealed = engine.sm2Encrypt(publicKey, message, layout);
        expect(secondOpinion.sm2Decrypt(privateKey, sealed, layout)).toEqual(message);
      },
    ),
    // sm-crypto takes 15 ms for a multiplication.
    { numRuns: 5 },
  );
});

describe('what sm-crypto itself would answer wrongly is refused', () => {
  const raw = { form: 'raw', order: 'C1C3C2', prefix04: false } as const;

  test('a failed SM2 decryption, which it answers with nothing', () => {
    const sealed = engine.sm2Encrypt(publicKey, bytesFromUtf8('message'), raw);
    const changed = sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1);
    expect(() => secondOpinion.sm2Decrypt(privateKey, changed, raw)).toThrow(
      expect.objectContaining({ code: 'sm2.ciphertextCheck' }),
    );
  });

  test('wrong padding, of which it takes 0 and over 16 for right', () => {
    const key = new Uint8Array(16);
    for (const last of [0, 17, 255]) {
      const sealed = engine.sm4Encrypt(key, new Uint8Array(16).fill(last), { mode: 'ECB', padding: 'none' });
      expect(() => secondOpinion.sm4Decrypt(key, sealed, { mode: 'ECB', padding: 'pkcs7' })).toThrow(
        expect.objectContaining({ code: 'sm4.padding' }),
      );
    }
  });

  test('keys it would take for others', () => {
    const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;
    const options = { form: 'r||s', userId: new Uint8Array() } as const;
    expect(() => secondOpinion.sm2Sign(new Uint8Array(32), privateKey, options)).toThrow(
      refusal('sm2.privateKeyRange'),
    );
    expect(() => secondOpinion.sm2Encrypt(privateKey, privateKey, raw)).toThrow(refusal('sm2.publicKeyForm'));
    expect(() => secondOpinion.sm4Encrypt(new Uint8Array(15), privateKey, { mode: 'ECB', padding: 'pkcs7' })).toThrow(
      refusal('sm4.keyLength'),
    );
  });

  test('what it cannot take at all', () => {
    const options = { form: 'r||s', userId: Uint8Array.of(0xff) } as const;
    expect(() => secondOpinion.sm2Sign(privateKey, privateKey, options)).toThrow(
      expect.objectContaining({ code: 'secondOpinion.userId' }),
    );
    expect(() => secondOpinion.sm3(new Uint8Array(8 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: 'secondOpinion.length' }),
    );
  });
});
