import { HufuError } from '../../hufu-error.ts';
import { bytesFromHex } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import type { CryptoEngine } from '../engine.ts';
import { cbcDecrypt, passwordWrong } from './cbc-decrypt.ts';
import type { CbcCipher } from './cbc-decrypt.ts';
import { derFields, derTag } from './der.ts';
import type { DerElement } from './der.ts';
import { keyError } from './key-error.ts';
import { keyStructure, pkcs8Numbers, sec1Numbers } from './key-structure.ts';
import type { KeyStructure, PrivateKeyNumbers } from './key-structure.ts';
import { passwordBasedDecrypt } from './password-based-decrypt.ts';
import type { PemEncryption } from './pem.ts';

interface Options {
  readonly engine: CryptoEngine;
  readonly password: string;
}

/** Algorithms that OpenSSL writes in DEK-Info. */
const pemCiphers: Readonly<Record<string, CbcCipher>> = {
  'AES-128-CBC': { algorithm: 'AES', keyLength: 16 },
  'AES-192-CBC': { algorithm: 'AES', keyLength: 24 },
  'AES-256-CBC': { algorithm: 'AES', keyLength: 32 },
  'SM4-CBC': { algorithm: 'SM4', keyLength: 16 },
  'DES-EDE3-CBC': { algorithm: 'DESede', keyLength: 24 },
};

/** EncryptedPrivateKeyInfo (RFC 5958 clause 3). Throws as `passwordBasedDecrypt` and `pkcs8Numbers`. */
export function encryptedPkcs8Numbers(element: DerElement, options: Options): PrivateKeyNumbers {
  const fields = derFields(element);
  const scheme = fields.next(derTag.sequence);
  const ciphertext = fields.next(derTag.octetString).content;
  const structure = decryptedStructure(passwordBasedDecrypt({ scheme, ciphertext }, options));
  if (structure.kind !== 'pkcs8') throw passwordWrong();
  return pkcs8Numbers(structure.element);
}

/** PEM in the encryption that OpenSSL used before PKCS#8 (RFC 1421, EVP_BytesToKey). Throws `key.encryption`, `key.passwordWrong`. */
export function encryptedPemNumbers(
  { encryption, ciphertext }: { readonly encryption: PemEncryption; readonly ciphertext: Uint8Array },
  { engine, password }: Options,
): PrivateKeyNumbers {
  const cipher = pemCiphers[encryption.algorithm.toUpperCase()];
  if (cipher === undefined || encryption.iv.length % 2 !== 0) {
    throw keyError('key.encryption', {
      zh: `密钥以 ${encryption.algorithm} 加密（DEK-Info），这里不能打开。`,
      en: `The key is encrypted with ${encryption.algorithm} (DEK-Info), which cannot be opened here.`,
    });
  }
  const iv = bytesFromHex(encryption.iv);
  const key = keyFromPassword({
    password: bytesFromUtf8(password),
    salt: iv.subarray(0, 8),
    length: cipher.keyLength,
    engine,
  });
  const structure = decryptedStructure(cbcDecrypt(cipher, { key, iv, ciphertext, engine }));
  if (structure.kind !== 'sec1') throw passwordWrong();
  return sec1Numbers(structure.element);
}

/** A wrong password passes the padding check once in 256 times; what comes out then is no structure. */
function decryptedStructure(plaintext: Uint8Array): KeyStructure {
  try {
    return keyStructure(plaintext);
  } catch (error) {
    if (error instanceof HufuError && error.code === 'key.otherAlgorithm') throw error;
    throw passwordWrong();
  }
}

/** OpenSSL's EVP_BytesToKey with MD5 and one round: MD5 of what came before, password and salt, until there is enough. */
function keyFromPassword(options: {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly length: number;
  readonly engine: CryptoEngine;
}): Uint8Array {
  const key = new Uint8Array(options.length);
  let digest = new Uint8Array(0);
  for (let done = 0; done < key.length; done += digest.length) {
    digest = options.engine.md5(Uint8Array.of(...digest, ...options.password, ...options.salt)).slice();
    key.set(digest.subarray(0, key.length - done), done);
  }
  return key;
}
