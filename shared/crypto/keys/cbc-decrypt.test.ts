import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { cbcDecrypt } from './cbc-decrypt.ts';

const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(1) });
const [key, iv] = [new Uint8Array(32).fill(7), new Uint8Array(16).fill(9)];

/** AES-256 by OpenSSL over blocks that are padded already, in hex. */
function decrypted(padded: string): string {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const ciphertext = new Uint8Array([...cipher.update(bytesFromHex(padded)), ...cipher.final()]);
  return hexFromBytes(cbcDecrypt({ algorithm: 'AES', keyLength: 32 }, { key, iv, ciphertext, engine }));
}

describe('cbcDecrypt', () => {
  it('takes the padding off', () => {
    expect(decrypted('00112233445566778899aabbccddee01')).toBe('00112233445566778899aabbccddee');
    expect(decrypted('10'.repeat(16))).toBe('');
  });

  it.each([
    ['a byte 0', '00112233445566778899aabbccddee00'],
    ['more than a block', '00112233445566778899aabbccddee11'],
    ['bytes that differ', '00112233445566778899aabbcc040304'],
  ])('refuses padding of %s', (_, padded) => {
    expect(() => decrypted(padded)).toThrow(expect.objectContaining({ code: 'key.passwordWrong' }));
  });
});
