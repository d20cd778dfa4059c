import { createCipheriv } from 'node:crypto';
import { ecb } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockCipher } from './block-transform.ts';
import { gcmDecrypt, gcmEncrypt } from './gcm.ts';

/** AES under our GCM: OpenSSL of many builds has GCM for AES alone. */
function aesCipher(key: Uint8Array): BlockCipher {
  return {
    blockLength: 16,
    encryptBlocks(bytes, { start, end }) {
      const blocks = new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start);
      if (end > start) blocks.set(ecb(key, { disablePadding: true }).encrypt(new Uint8Array(blocks)));
    },
    decryptBlocks() {
      throw new Error('GCM encrypts only');
    },
  };
}

const key = new Uint8Array(16).map((_, index) => index * 17);
const inputs = [
  fc.uint8Array({ maxLength: 100 }),
  fc.oneof(fc.uint8Array({ minLength: 12, maxLength: 12 }), fc.uint8Array({ minLength: 1, maxLength: 40 })),
  fc.uint8Array({ maxLength: 40 }),
] as const;

test('is what OpenSSL computes, for IVs of every length', () => {
  fc.assert(
    fc.property(...inputs, (message, iv, additionalData) => {
      const job = createCipheriv('aes-128-gcm', key, iv).setAAD(additionalData);
      const ciphertext = new Uint8Array(Buffer.concat([job.update(message), job.final()]));
      const tag = new Uint8Array(job.getAuthTag());
      const options = { iv, additionalData };
      expect(gcmEncrypt(aesCipher(key), message, options)).toEqual({ ciphertext, tag });
      expect(gcmDecrypt(aesCipher(key), { ciphertext, tag }, options)).toEqual(message);
    }),
  );
});

test('the counter starts over behind 2³² − 1 without touching the rest of the block', () => {
  // An IV of 16 bytes is hashed; this one, solved for under this key, gives a first counter of 2³² − 2.
  const iv = Uint8Array.from(Buffer.from('07c779f304c08317efeb9f5303cf4bde', 'hex'));
  const message = new Uint8Array(96);
  const job = createCipheriv('aes-128-gcm', key, iv);
  const expected = new Uint8Array(Buffer.concat([job.update(message), job.final()]));
  expect(gcmEncrypt(aesCipher(key), message, { iv, additionalData: new Uint8Array() }).ciphertext).toEqual(expected);
});

test('one bit of anything else and nothing is decrypted', () => {
  fc.assert(
    fc.property(...inputs, fc.nat(), (message, iv, additionalData, place) => {
      const sealed = gcmEncrypt(aesCipher(key), message, { iv, additionalData });
      const parts = { ...sealed, iv, additionalData };
      const names = (['ciphertext', 'tag', 'iv', 'additionalData'] as const).filter((name) => parts[name].length > 0);
      const name = names[place % names.length] ?? 'tag';
      const bit = place % (parts[name].length * 8);
      const changed = { ...parts, [name]: flipped(parts[name], bit) };
      const { ciphertext, tag } = changed;
      expect(() => gcmDecrypt(aesCipher(key), { ciphertext, tag }, changed)).toThrow(
        expect.objectContaining({ code: 'gcm.tag' }),
      );
    }),
  );
});

test('no IV, and a tag of another length, are refused', () => {
  const options = { iv: new Uint8Array(12), additionalData: new Uint8Array() };
  const sealed = gcmEncrypt(aesCipher(key), new Uint8Array(5), options);
  const withoutIv = { ...options, iv: new Uint8Array() };
  expect(() => gcmEncrypt(aesCipher(key), new Uint8Array(5), withoutIv)).toThrow(
    expect.objectContaining({ code: 'gcm.ivLength' }),
  );
  expect(() => gcmDecrypt(aesCipher(key), sealed, withoutIv)).toThrow(
    expect.objectContaining({ code: 'gcm.ivLength' }),
  );
  const cut = { ...sealed, tag: sealed.tag.subarray(0, 12) };
  expect(() => gcmDecrypt(aesCipher(key), cut, options)).toThrow(expect.objectContaining({ code: 'gcm.tagLength' }));
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}
