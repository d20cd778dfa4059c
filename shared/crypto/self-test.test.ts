import { randomFillSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CryptoEngine } from './engine.ts';
import { createPortableEngine } from './portable-engine.ts';
import { selfTest } from './self-test.ts';

const engine = createPortableEngine({ randomBytes: (length) => randomFillSync(new Uint8Array(length)) });
const failed = (candidate: CryptoEngine): string[] =>
  selfTest(candidate).flatMap(({ algorithm, passed }) => (passed ? [] : [algorithm]));

test('the portable engine gives all known answers', () => {
  expect(failed(engine)).toEqual([]);
  expect(selfTest(engine)).toHaveLength(11);
});

const zeros = (): Uint8Array => new Uint8Array(32);
const sabotages: ReadonlyArray<readonly [string, Partial<CryptoEngine>, string]> = [
  ['sm3', { sm3: zeros }, 'SM3'],
  ['hmacSm3', { hmacSm3: zeros }, 'HMAC-SM3'],
  ['md5', { md5: zeros }, 'MD5'],
  ['sha1', { sha1: zeros }, 'SHA-1'],
  ['sha256', { sha256: zeros }, 'SHA-256'],
  ['sm4Encrypt', { sm4Encrypt: zeros }, 'SM4'],
  ['sm4Decrypt', { sm4Decrypt: zeros }, 'SM4'],
  ['sm4GcmEncrypt', { sm4GcmEncrypt: () => ({ ciphertext: zeros(), tag: zeros() }) }, 'SM4-GCM'],
  ['sm4GcmDecrypt', { sm4GcmDecrypt: zeros }, 'SM4-GCM'],
  ['aesEncrypt', { aesEncrypt: zeros }, 'AES-128'],
  ['aesDecrypt', { aesDecrypt: zeros }, 'AES-128'],
  ['desEdeEncrypt', { desEdeEncrypt: zeros }, 'DESede'],
  ['desEdeDecrypt', { desEdeDecrypt: zeros }, 'DESede'],
  ['sm2PublicKey', { sm2PublicKey: zeros }, 'SM2 signature'],
  ['sm2Sign', { sm2Sign: () => new Uint8Array(64).fill(1) }, 'SM2 signature'],
  ['sm2Verify that always agrees', { sm2Verify: () => true }, 'SM2 signature'],
  ['sm2Verify that never agrees', { sm2Verify: () => false }, 'SM2 signature'],
  ['sm2Encrypt', { sm2Encrypt: () => new Uint8Array(116).fill(4) }, 'SM2 encryption'],
  [
    'sm2Decrypt that refuses nothing',
    { sm2Decrypt: () => new TextEncoder().encode('encryption standard') },
    'SM2 encryption',
  ],
  [
    'CBC taken for ECB',
    { sm4Encrypt: (key, text, { padding }) => engine.sm4Encrypt(key, text, { mode: 'ECB', padding }) },
    'SM4',
  ],
  [
    'padding left out',
    { sm4Encrypt: (key, text, options) => engine.sm4Encrypt(key, text, { ...options, padding: 'none' }) },
    'SM4',
  ],
  [
    'GCM without its tag',
    { sm4GcmDecrypt: (key, sealed, options) => openAnyway(key, sealed.ciphertext, options.iv) },
    'SM4-GCM',
  ],
];

/** GCM decrypts as it encrypts; the tag is not looked at. */
function openAnyway(key: Uint8Array, ciphertext: Uint8Array, iv: Uint8Array): Uint8Array {
  return engine.sm4GcmEncrypt(key, ciphertext, { iv, additionalData: new Uint8Array() }).ciphertext;
}

describe('an engine that is wrong', () => {
  test.each(sabotages)('%s: is found out, and no other algorithm with it', (_, wrong, algorithm) => {
    expect(failed({ ...engine, ...wrong })).toEqual([algorithm]);
  });

  test('an engine that throws has not passed', () => {
    const sm3 = (): never => {
      throw new Error('Digest method not supported');
    };
    expect(failed({ ...engine, sm3 })).toEqual(['SM3']);
  });
});
