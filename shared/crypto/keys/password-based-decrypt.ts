import { scrypt } from '@noble/hashes/scrypt.js';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import type { CryptoEngine } from '../engine.ts';
import { cbcBlockLength, cbcDecrypt } from './cbc-decrypt.ts';
import type { CbcCipher } from './cbc-decrypt.ts';
import { derFields, derInteger, derObjectIdentifier, derTag } from './der.ts';
import type { DerElement } from './der.ts';
import { iterationCount, keyDerivation, pkcs12Derive } from './key-derivation.ts';
import type { KeyDerivationHash } from './key-derivation.ts';
import { keyError } from './key-error.ts';
import { pkcs12Password } from './pkcs12-password.ts';

interface Options {
  readonly engine: CryptoEngine;
  readonly password: string;
}

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const scryptDerivation = '1.3.6.1.4.1.11591.4.11';

/** RFC 8018 appendix B.1, and HMAC-SM3 of GM/T 0006. */
const pseudorandomFunctions: Readonly<Record<string, KeyDerivationHash>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
  '1.2.156.10197.1.401.2': 'SM3',
};

const ciphers: Readonly<Record<string, CbcCipher>> = {
  '2.16.840.1.101.3.4.1.2': { algorithm: 'AES', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { algorithm: 'AES', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { algorithm: 'AES', keyLength: 32 },
  '1.2.156.10197.1.104.2': { algorithm: 'SM4', keyLength: 16 },
  '1.2.840.113549.3.7': { algorithm: 'DESede', keyLength: 24 },
};

/** RFC 7292 appendix C. */
const pkcs12Ciphers: Readonly<Record<string, CbcCipher>> = {
  '1.2.840.113549.1.12.1.3': { algorithm: 'DESede', keyLength: 24 },
  '1.2.840.113549.1.12.1.4': { algorithm: 'DESede', keyLength: 16 },
  '1.2.840.113549.1.12.1.5': { algorithm: 'RC2', keyLength: 16 },
  '1.2.840.113549.1.12.1.6': { algorithm: 'RC2', keyLength: 5 },
};

/**
 * Opens what an AlgorithmIdentifier of PBES2 (RFC 8018: PBKDF2 or scrypt; AES, SM4 or DESede in CBC) or of PKCS#12
 * says it was closed with. Throws `key.passwordWrong`, `key.encryption` for other ways, `key.encryptionCost`, `key.der`.
 */
export function passwordBasedDecrypt(
  { scheme, ciphertext }: { readonly scheme: DerElement; readonly ciphertext: Uint8Array },
  options: Options,
): Uint8Array {
  const fields = derFields(scheme);
  const identifier = derObjectIdentifier(fields.next(derTag.objectIdentifier));
  if (identifier === pbes2) return decryptPbes2(fields.next(derTag.sequence), { ...options, ciphertext });
  const cipher = pkcs12Ciphers[identifier];
  if (cipher === undefined) throw unknownEncryption(identifier);
  return decryptPkcs12(fields.next(derTag.sequence), { ...options, cipher, ciphertext });
}

function decryptPbes2(
  parameters: DerElement,
  { engine, password, ciphertext }: Options & { readonly ciphertext: Uint8Array },
): Uint8Array {
  const fields = derFields(parameters);
  const derivation = fields.next(derTag.sequence);
  const encryption = derFields(fields.next(derTag.sequence));
  const identifier = derObjectIdentifier(encryption.next(derTag.objectIdentifier));
  const cipher = ciphers[identifier];
  if (cipher === undefined) throw unknownEncryption(identifier);
  const iv = encryption.next(derTag.octetString).content;
  const key = derivedKey(derivation, { engine, password, length: cipher.keyLength });
  return cbcDecrypt(cipher, { key, iv, ciphertext, engine });
}

function derivedKey(derivation: DerElement, options: Options & { readonly length: number }): Uint8Array {
  const fields = derFields(derivation);
  const identifier = derObjectIdentifier(fields.next(derTag.objectIdentifier));
  const parameters = fields.next(derTag.sequence);
  if (identifier === pbkdf2) return pbkdf2Key(parameters, options);
  if (identifier === scryptDerivation) return scryptKey(parameters, options);
  throw unknownEncryption(identifier);
}

/** PBKDF2-params, RFC 8018 appendix A.2; without a function named it is HMAC with SHA-1. */
function pbkdf2Key(
  parameters: DerElement,
  { engine, password, length }: Options & { readonly length: number },
): Uint8Array {
  const fields = derFields(parameters);
  const salt = fields.next(derTag.octetString).content;
  const iterations = iterationCount(derInteger(fields.next(derTag.integer)));
  requireKeyLength(fields.optional(derTag.integer), length);
  const named = fields.optional(derTag.sequence);
  const identifier = named && derObjectIdentifier(derFields(named).next(derTag.objectIdentifier));
  const hash = identifier === undefined ? 'SHA-1' : pseudorandomFunctions[identifier];
  if (hash === undefined) throw unknownEncryption(identifier ?? '');
  return keyDerivation(hash, engine).pbkdf2({ password: bytesFromUtf8(password), salt, iterations, length });
}

/** scrypt-params, RFC 7914 clause 7. */
function scryptKey(parameters: DerElement, { password, length }: Options & { readonly length: number }): Uint8Array {
  const fields = derFields(parameters);
  const salt = fields.next(derTag.octetString).content;
  const [cost, blockSize, parallel] = [0, 1, 2].map(() => derInteger(fields.next(derTag.integer))) as [
    bigint,
    bigint,
    bigint,
  ];
  requireKeyLength(fields.optional(derTag.integer), length);
  const powerOfTwo = cost > 1n && (cost & (cost - 1n)) === 0n;
  // 128 · N · r bytes of memory: 256 MB is eight times what OpenSSL writes by default.
  if (
    !powerOfTwo ||
    blockSize < 1n ||
    parallel < 1n ||
    parallel > 64n ||
    128n * cost * blockSize * parallel > 268_435_456n
  ) {
    throw keyError('key.encryptionCost', {
      zh: `密钥派生 scrypt 的参数 N=${cost}、r=${blockSize}、p=${parallel} 超出可接受的范围（256 MB）。`,
      en: `The scrypt parameters N=${cost}, r=${blockSize}, p=${parallel} are beyond what is accepted (256 MB).`,
    });
  }
  const [N, r, p] = [Number(cost), Number(blockSize), Number(parallel)];
  return scrypt(bytesFromUtf8(password), salt, { N, r, p, dkLen: length });
}

function decryptPkcs12(
  parameters: DerElement,
  { engine, password, cipher, ciphertext }: Options & { readonly cipher: CbcCipher; readonly ciphertext: Uint8Array },
): Uint8Array {
  const fields = derFields(parameters);
  const salt = fields.next(derTag.octetString).content;
  const iterations = iterationCount(derInteger(fields.next(derTag.integer)));
  const derivation = keyDerivation('SHA-1', engine);
  const common = { password: pkcs12Password(password), salt, iterations };
  const key = pkcs12Derive(derivation, { ...common, purpose: 'key', length: cipher.keyLength });
  const iv = pkcs12Derive(derivation, { ...common, purpose: 'iv', length: cbcBlockLength(cipher) });
  return cbcDecrypt(cipher, { key, iv, ciphertext, engine });
}

function requireKeyLength(element: DerElement | undefined, length: number): void {
  if (element === undefined || derInteger(element) === BigInt(length)) return;
  throw keyError('key.encryption', {
    zh: `密钥派生写明的长度与加密算法不符，算法需要 ${length} 字节。`,
    en: `The key derivation names a length that the cipher does not take; it needs ${length} bytes.`,
  });
}

function unknownEncryption(identifier: string): Error {
  return keyError('key.encryption', {
    zh: `密钥以对象标识符 ${identifier} 的方式加密，这里不能打开。可用 openssl pkcs8 -topk8 -v2 aes-256-cbc 换一种加密方式。`,
    en: `The key is encrypted in the way ${identifier}, which cannot be opened here. Convert it with openssl pkcs8 -topk8 -v2 aes-256-cbc.`,
  });
}
