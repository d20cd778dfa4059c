import { createCipheriv, createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockOptions, CryptoEngine } from '../engine.ts';
import { createPortableEngine } from '../portable-engine.ts';

const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length) });

interface Cipher {
  readonly id: string;
  readonly keyLength: number;
  readonly blockLength: number;
  /** OpenSSL's name without the mode. */
  readonly openSsl: string;
  readonly encrypt: CryptoEngine['sm4Encrypt'];
  readonly decrypt: CryptoEngine['sm4Decrypt'];
}

const sm4 = { id: 'sm4', blockLength: 16, encrypt: engine.sm4Encrypt, decrypt: engine.sm4Decrypt };
const aes = { id: 'aes', blockLength: 16, encrypt: engine.aesEncrypt, decrypt: engine.aesDecrypt };
const desEde = { id: 'desEde', blockLength: 8, encrypt: engine.desEdeEncrypt, decrypt: engine.desEdeDecrypt };
const ciphers: readonly Cipher[] = [
  { ...sm4, keyLength: 16, openSsl: 'sm4' },
  { ...aes, keyLength: 16, openSsl: 'aes-128' },
  { ...desEde, keyLength: 16, openSsl: 'des-ede' },
  { ...desEde, keyLength: 24, openSsl: 'des-ede3' },
];

describe.each(ciphers)('$openSsl', (cipher) => {
  const { id, keyLength, blockLength, openSsl, encrypt, decrypt } = cipher;
  const keys = fc.uint8Array({ minLength: keyLength, maxLength: keyLength });
  const ivs = fc.uint8Array({ minLength: blockLength, maxLength: blockLength });
  const messages = fc.uint8Array({ maxLength: 100 });
  const modes = fc.constantFrom('ECB', 'CBC');
  const optionsOf = (mode: 'ECB' | 'CBC', padding: BlockOptions['padding'], iv: Uint8Array): BlockOptions =>
    mode === 'ECB' ? { mode, padding } : { mode, padding, iv };

  test('PKCS#7 is what OpenSSL makes and reads, and no input is changed', () => {
    fc.assert(
      fc.property(modes, keys, ivs, messages, (mode, key, iv, message) => {
        const name = `${openSsl}-${mode.toLowerCase()}`;
        const job = createCipheriv(name, key, mode === 'ECB' ? null : iv);
        const expected = new Uint8Array(Buffer.concat([job.update(message), job.final()]));
        const options = optionsOf(mode, 'pkcs7', iv);
        const given = Buffer.from(message);
        expect(encrypt(key, given, options)).toEqual(expected);
        expect(new Uint8Array(given)).toEqual(message);
        // A Buffer's own `slice` would be the same memory.
        const sealed = Buffer.from(expected);
        expect(new Uint8Array(decrypt(key, sealed, options))).toEqual(message);
        expect(new Uint8Array(sealed)).toEqual(expected);
      }),
    );
  });

  test('zeros are added to a block that is not full, and at most a block of them is taken off', () => {
    fc.assert(
      fc.property(modes, keys, ivs, messages, (mode, key, iv, message) => {
        const options = optionsOf(mode, 'zero', iv);
        const sealed = encrypt(key, message, options);
        expect(sealed).toHaveLength(Math.ceil(message.length / blockLength) * blockLength);
        const opened = decrypt(key, sealed, options);
        expect(opened).toEqual(message.subarray(0, opened.length));
        expect(message.length - opened.length).toBeLessThanOrEqual(blockLength);
        expect(message.subarray(opened.length).every((byte) => byte === 0)).toBe(true);
        expect(message.at(-1) === 0 || opened.length === message.length).toBe(true);
      }),
    );
  });

  test('without padding whole blocks come and go, and a part of one is refused', () => {
    const key = new Uint8Array(keyLength).fill(1);
    const options: BlockOptions = { mode: 'ECB', padding: 'none' };
    const message = new Uint8Array(blockLength * 3).fill(7);
    expect(decrypt(key, encrypt(key, message, options), options)).toEqual(message);
    expect(encrypt(key, new Uint8Array(), options)).toEqual(new Uint8Array());
    const part = message.subarray(1);
    expect(() => encrypt(key, part, options)).toThrow(expect.objectContaining({ code: `${id}.notPadded` }));
    expect(() => decrypt(key, part, options)).toThrow(expect.objectContaining({ code: `${id}.blockLength` }));
  });

  test('every wrong end is refused as padding, and only those', () => {
    const key = new Uint8Array(keyLength).fill(1);
    const none: BlockOptions = { mode: 'ECB', padding: 'none' };
    const pkcs7: BlockOptions = { mode: 'ECB', padding: 'pkcs7' };
    for (let last = 0; last < 256; last += 1) {
      const right = new Uint8Array(blockLength * 2).fill(last, Math.max(0, blockLength * 2 - last));
      right[blockLength * 2 - 1] = last;
      const sealed = encrypt(key, right, none);
      if (last >= 1 && last <= blockLength) {
        expect(decrypt(key, sealed, pkcs7)).toHaveLength(blockLength * 2 - last);
        if (last === 1) continue;
        // One byte of the padding is another.
        const wrong = right.with(blockLength * 2 - last, last ^ 1);
        const sealedWrong = encrypt(key, wrong, none);
        expect(() => decrypt(key, sealedWrong, pkcs7)).toThrow(expect.objectContaining({ code: `${id}.padding` }));
      } else {
        expect(() => decrypt(key, sealed, pkcs7)).toThrow(expect.objectContaining({ code: `${id}.padding` }));
      }
    }
    expect(() => decrypt(key, new Uint8Array(), pkcs7)).toThrow(expect.objectContaining({ code: `${id}.empty` }));
  });

  test('keys and IVs of other lengths are refused', () => {
    const message = new Uint8Array(blockLength);
    for (const length of [0, 1, keyLength - 1, keyLength + 1, 32]) {
      const options: BlockOptions = { mode: 'ECB', padding: 'pkcs7' };
      const key = new Uint8Array(length);
      expect(() => encrypt(key, message, options)).toThrow(expect.objectContaining({ code: `${id}.keyLength` }));
      expect(() => decrypt(key, message, options)).toThrow(expect.objectContaining({ code: `${id}.keyLength` }));
    }
    for (const length of [0, blockLength - 1, blockLength + 1]) {
      const options: BlockOptions = { mode: 'CBC', padding: 'pkcs7', iv: new Uint8Array(length) };
      const key = new Uint8Array(keyLength);
      expect(() => encrypt(key, message, options)).toThrow(expect.objectContaining({ code: `${id}.ivLength` }));
      expect(() => decrypt(key, message, options)).toThrow(expect.objectContaining({ code: `${id}.ivLength` }));
    }
  });

  test('OpenSSL reads what is written without padding', () => {
    fc.assert(
      fc.property(keys, ivs, fc.integer({ min: 1, max: 9 }), (key, iv, blocks) => {
        const message = new Uint8Array(blocks * blockLength).map((_, index) => index * 31);
        const sealed = encrypt(key, message, { mode: 'CBC', padding: 'none', iv });
        const job = createDecipheriv(`${openSsl}-cbc`, key, iv).setAutoPadding(false);
        expect(new Uint8Array(Buffer.concat([job.update(sealed), job.final()]))).toEqual(message);
      }),
    );
  });
});
