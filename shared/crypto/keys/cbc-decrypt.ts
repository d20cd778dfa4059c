import { cbc } from '@noble/ciphers/aes.js';
import type { CryptoEngine } from '../engine.ts';
import { keyError } from './key-error.ts';
import { rc2CbcDecrypt } from './rc2-cbc-decrypt.ts';

export interface CbcCipher {
  readonly algorithm: 'AES' | 'SM4' | 'DESede' | 'RC2';
  /** Bytes of the key. */
  readonly keyLength: number;
}

export function cbcBlockLength({ algorithm }: CbcCipher): 8 | 16 {
  return algorithm === 'AES' || algorithm === 'SM4' ? 16 : 8;
}

/**
 * Plaintext without its PKCS#7 padding. The engine's AES stops at 128 bits, key files use 256. Throws
 * `key.passwordWrong` when sizes or padding are not right: which of password and data is at fault cannot be told.
 */
export function cbcDecrypt(
  cipher: CbcCipher,
  data: {
    readonly key: Uint8Array;
    readonly iv: Uint8Array;
    readonly ciphertext: Uint8Array;
    readonly engine: CryptoEngine;
  },
): Uint8Array {
  const block = cbcBlockLength(cipher);
  const { length } = data.ciphertext;
  if (data.iv.length !== block || length === 0 || length % block !== 0) throw passwordWrong();
  const padded = decryptedBlocks(cipher, data);
  const added = padded.at(-1) ?? 0;
  if (added < 1 || added > block || padded.subarray(length - added).some((byte) => byte !== added))
    throw passwordWrong();
  return padded.slice(0, length - added);
}

/** For every failure behind a password: a wrong one and damaged data look alike. */
export function passwordWrong(): Error {
  return keyError('key.passwordWrong', {
    zh: '密码不对，或者内容已损坏：两者无法区分。',
    en: 'The password is wrong or the data is damaged: the two look alike.',
  });
}

function decryptedBlocks(
  { algorithm, keyLength }: CbcCipher,
  { key, iv, ciphertext, engine }: Parameters<typeof cbcDecrypt>[1],
): Uint8Array {
  const options = { mode: 'CBC', padding: 'none', iv } as const;
  switch (algorithm) {
    case 'AES':
      return cbc(key, iv, { disablePadding: true }).decrypt(ciphertext);
    case 'SM4':
      return engine.sm4Decrypt(key, ciphertext, options);
    case 'DESede':
      return engine.desEdeDecrypt(key, ciphertext, options);
    case 'RC2':
      return rc2CbcDecrypt({ key, iv, ciphertext, effectiveBits: keyLength * 8 });
  }
}
