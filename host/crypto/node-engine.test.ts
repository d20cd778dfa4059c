import { createCipheriv, getCiphers, getCurves, getHashes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aesAlgorithm } from '../../shared/crypto/block/block-algorithm.ts';
import type { BlockOptions, CryptoEngine } from '../../shared/crypto/engine.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { selfTest } from '../../shared/crypto/self-test.ts';
import { nativeGcm } from './native-gcm.ts';
import { createNodeEngine } from './node-engine.ts';

const randomBytes = (length: number): Uint8Array => new Uint8Array(length).fill(0x42);
const portable = createPortableEngine({ randomBytes });
const engine = createNodeEngine();
const messages = fc.uint8Array({ maxLength: 200 });
const keys = fc.uint8Array({ minLength: 24, maxLength: 24 });
const paddings = fc.constantFrom<BlockOptions['padding']>('pkcs7', 'zero');

describe('what OpenSSL has', () => {
  test('gives all known answers, and bears the name of what is native', () => {
    expect(selfTest(engine).filter(({ passed }) => !passed)).toEqual([]);
    expect(engine.name).toBe(engine.native.length === 0 ? 'portable' : `node (${engine.native.join(', ')})`);
  });

  test('is used: what OpenSSL lists does not fall back', () => {
    const lists = [...getHashes(), ...getCiphers(), ...getCurves()];
    const needs = {
      SM3: ['sm3'],
      'HMAC-SM3': ['sm3'],
      SM4: ['sm4-ecb', 'sm4-cbc'],
      'SM4-GCM': ['sm4-gcm'],
      'SM2 signature': ['sm3', 'SM2'],
      MD5: ['md5'],
      'SHA-1': ['sha1'],
      'SHA-256': ['sha256'],
      'AES-128': ['aes-128-ecb', 'aes-128-cbc'],
      DESede: ['des-ede3-cbc', 'des-ede-cbc'],
    };
    const listed = Object.entries(needs).filter(([, names]) => names.every((name) => lists.includes(name)));
    expect(engine.native.toSorted()).toEqual(listed.map(([algorithm]) => algorithm).toSorted());
  });

  test('is what the portable engine computes', () => {
    fc.assert(
      fc.property(messages, keys, paddings, fc.boolean(), (message, long, padding, cbc) => {
        for (const name of ['sm3', 'md5', 'sha1', 'sha256', 'encodeHex', 'encodeBase64'] as const) {
          expect(engine[name](message)).toEqual(portable[name](message));
        }
        expect(engine.hmacSm3(long, message)).toEqual(portable.hmacSm3(long, message));
        const optionsOf = (blockLength: number): BlockOptions =>
          cbc ? { mode: 'CBC', padding, iv: long.slice(0, blockLength) } : { mode: 'ECB', padding };
        const key = long.slice(0, 16);
        const triples = [
          ['sm4Encrypt', 'sm4Decrypt', key, 16],
          ['aesEncrypt', 'aesDecrypt', key, 16],
          ['desEdeEncrypt', 'desEdeDecrypt', key, 8],
          ['desEdeEncrypt', 'desEdeDecrypt', long, 8],
        ] as const;
        for (const [encrypt, decrypt, itsKey, blockLength] of triples) {
          const options = optionsOf(blockLength);
          const sealed = portable[encrypt](itsKey, message, options);
          expect(engine[encrypt](itsKey, message, options)).toEqual(sealed);
          expect(engine[decrypt](itsKey, sealed, options)).toEqual(portable[decrypt](itsKey, sealed, options));
        }
      }),
    );
  });

  test('signs what the portable engine verifies, and the reverse', () => {
    fc.assert(
      fc.property(messages, messages, fc.constantFrom('r||s', 'der'), (message, userId, form) => {
        const privateKey = portable.sm3(message);
        const publicKey = engine.sm2PublicKey(privateKey);
        expect(publicKey).toEqual(portable.sm2PublicKey(privateKey));
        const options = { form, userId };
        const native = engine.sm2Sign(privateKey, message, options);
        expect(portable.sm2Verify(publicKey, message, native, options)).toBe(true);
        expect(engine.sm2Verify(publicKey.subarray(1), message, native, options)).toBe(true);
        const own = portable.sm2Sign(privateKey, message, options);
        expect(engine.sm2Verify(publicKey, message, own, options)).toBe(true);
        expect(engine.sm2Verify(publicKey, message, own.with(own.length - 1, (own.at(-1) ?? 0) ^ 1), options)).toBe(
          false,
        );
      }),
      { numRuns: 20 },
    );
  });

  test('refuses what the portable engine refuses, in the same words', () => {
    const short = new Uint8Array(15);
    const ecb = { mode: 'ECB', padding: 'pkcs7' } as const;
    const sign = { form: 'r||s', userId: new Uint8Array() } as const;
    const wrong: ReadonlyArray<(candidate: CryptoEngine) => unknown> = [
      (candidate) => candidate.sm4Encrypt(short, short, ecb),
      (candidate) => candidate.sm4Decrypt(new Uint8Array(16), short, ecb),
      (candidate) => candidate.sm4Decrypt(new Uint8Array(16), new Uint8Array(16), ecb),
      (candidate) => candidate.sm4Encrypt(new Uint8Array(16), short, { ...ecb, padding: 'none' }),
      (candidate) => candidate.sm4Encrypt(new Uint8Array(16), short, { mode: 'CBC', padding: 'pkcs7', iv: short }),
      (candidate) => candidate.desEdeDecrypt(new Uint8Array(16), new Uint8Array(8), ecb),
      (candidate) => candidate.sm2Sign(new Uint8Array(32), short, sign),
      (candidate) => candidate.sm2Sign(new Uint8Array(32).fill(255), short, sign),
      (candidate) => candidate.sm2Verify(new Uint8Array(65), short, new Uint8Array(64), sign),
      (candidate) => candidate.sm2Sign(new Uint8Array(32).fill(1), short, { ...sign, userId: new Uint8Array(8192) }),
    ];
    const refusalOf = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    for (const work of wrong) {
      const expected = refusalOf(() => work(portable));
      expect(expected).toMatchObject({ name: 'HufuError' });
      expect(refusalOf(() => work(engine))).toEqual(expected);
    }
  });

  test('gives bytes that are no Buffer and leaves what it was given', () => {
    const message = Buffer.alloc(100, 7);
    const key = Buffer.alloc(16, 1);
    const options = { mode: 'CBC', padding: 'pkcs7', iv: Buffer.alloc(16, 2) } as const;
    const sealed = Buffer.from(engine.sm4Encrypt(key, message, options));
    const copy = Buffer.from(sealed);
    const opened = engine.sm4Decrypt(key, sealed, options);
    expect([message.equals(Buffer.alloc(100, 7)), sealed.equals(copy), Buffer.compare(opened, message)]).toEqual([
      true,
      true,
      0,
    ]);
    for (const bytes of [
      engine.sm3(message),
      engine.hmacSm3(key, message),
      engine.sm4Encrypt(key, message, options),
      opened,
    ]) {
      expect(Buffer.isBuffer(bytes)).toBe(false);
    }
  });
});

describe('the choice', () => {
  const lacking = (): never => {
    throw new Error('Invalid digest: sm3');
  };

  test('without any candidate all is portable', () => {
    const none = createNodeEngine({ candidates: {} });
    expect([none.native, none.name]).toEqual([[], 'portable']);
  });

  test('a candidate that throws, or answers wrongly, leaves the portable engine in its place', () => {
    const made = createNodeEngine({
      candidates: {
        SM3: { sm3: lacking },
        MD5: { md5: () => new Uint8Array(16) },
        'SHA-1': { sha1: portable.sha1 },
      },
    });
    expect(made.native).toEqual(['SHA-1']);
    const message = new TextEncoder().encode('abc');
    expect(made.sm3(message)).toEqual(portable.sm3(message));
    expect(made.md5(message)).toEqual(portable.md5(message));
  });

  test('with a recorded source of random bytes signatures are the recorded ones', () => {
    const recorded = createNodeEngine({ randomBytes });
    expect(recorded.native).not.toContain('SM2 signature');
    const key = new Uint8Array(32).fill(3);
    const options = { form: 'der', userId: new Uint8Array() } as const;
    expect(recorded.sm2Sign(key, key, options)).toEqual(portable.sm2Sign(key, key, options));
    const layout = { form: 'der' } as const;
    const publicKey = portable.sm2PublicKey(key);
    expect(recorded.sm2Encrypt(publicKey, key, layout)).toEqual(portable.sm2Encrypt(publicKey, key, layout));
  });

  test('encrypts with random bytes of the platform: never twice the same', () => {
    const publicKey = portable.sm2PublicKey(new Uint8Array(32).fill(3));
    const seal = (): Uint8Array => engine.sm2Encrypt(publicKey, publicKey, { form: 'der' });
    expect(seal()).not.toEqual(seal());
  });
});

/** `sm4-gcm` is in newer OpenSSL only; the same code is held to AES, which every OpenSSL has. */
describe('GCM', () => {
  const gcm = nativeGcm('aes-128-gcm', aesAlgorithm);
  const key = new Uint8Array(16).fill(5);
  const options = { iv: new Uint8Array(12).fill(6), additionalData: Uint8Array.of(1, 2) };

  test('is what OpenSSL computes, and is opened again', () => {
    const message = new Uint8Array(50).fill(9);
    const job = createCipheriv('aes-128-gcm', key, options.iv).setAAD(options.additionalData);
    const ciphertext = new Uint8Array(Buffer.concat([job.update(message), job.final()]));
    const sealed = gcm.encrypt(key, message, options);
    expect(sealed).toEqual({ ciphertext, tag: new Uint8Array(job.getAuthTag()) });
    expect(gcm.decrypt(key, sealed, options)).toEqual(message);
  });

  test('refuses in the same words as the portable engine', () => {
    const sealed = gcm.encrypt(key, key, options);
    const changed = { ...sealed, tag: sealed.tag.with(0, (sealed.tag[0] ?? 0) ^ 1) };
    const cut = { ...sealed, tag: sealed.tag.subarray(1) };
    const withoutIv = { ...options, iv: new Uint8Array() };
    const code = (name: string): Error => expect.objectContaining({ code: name }) as Error;
    expect(() => gcm.decrypt(key, changed, options)).toThrow(code('gcm.tag'));
    expect(() => gcm.decrypt(key, cut, options)).toThrow(code('gcm.tagLength'));
    expect(() => gcm.decrypt(key, sealed, withoutIv)).toThrow(code('gcm.ivLength'));
    expect(() => gcm.encrypt(key, key, withoutIv)).toThrow(code('gcm.ivLength'));
    expect(() => gcm.encrypt(key.subarray(1), key, options)).toThrow(code('aes.keyLength'));
  });
});
