import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CryptoEngine } from '../engine.ts';
import { keyError } from './key-error.ts';

/** A hash function with what key derivation makes of it. */
export interface KeyDerivation {
  /** Bytes of a block of the hash function. */
  readonly blockLength: number;
  hash(message: Uint8Array): Uint8Array;
  hmac(key: Uint8Array, message: Uint8Array): Uint8Array;
  /** PBKDF2 (RFC 8018 clause 5.2). */
  pbkdf2(options: Pbkdf2Options): Uint8Array;
}

export interface Pbkdf2Options {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Bytes wanted. */
  readonly length: number;
}

export type KeyDerivationHash = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SM3';

/** OpenSSL and others write 2,048 to 600,000 rounds; far more would only make the reader hang. */
const mostIterations = 1_000_000n;

const nobleHashes = { 'SHA-1': sha1, 'SHA-224': sha224, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };

export function keyDerivation(name: KeyDerivationHash, engine: CryptoEngine): KeyDerivation {
  if (name === 'SM3') {
    return {
      blockLength: 64,
      hash: (message) => engine.sm3(message),
      hmac: (key, message) => engine.hmacSm3(key, message),
      pbkdf2: (options) => pbkdf2HmacSm3(options, engine),
    };
  }
  const hash = nobleHashes[name];
  return {
    blockLength: hash.blockLen,
    hash,
    hmac: (key, message) => hmac(hash, key, message),
    pbkdf2: ({ password, salt, iterations, length }) => pbkdf2(hash, password, salt, { c: iterations, dkLen: length }),
  };
}

/** Throws `key.encryptionCost` for counts that no real file has. */
export function iterationCount(count: bigint): number {
  if (count >= 1n && count <= mostIterations) return Number(count);
  throw keyError('key.encryptionCost', {
    zh: `密钥派生要求迭代 ${count} 次，超出可接受的范围（1 到 ${mostIterations}）。`,
    en: `The key derivation asks for ${count} rounds; 1 to ${mostIterations} are accepted.`,
  });
}

/** What the bytes are for: RFC 7292 appendix B.3. */
const purposes = { key: 1, iv: 2, mac: 3 } as const;

/** Key derivation of PKCS#12, RFC 7292 appendix B.2. The password is UTF-16 with two zero bytes behind it. */
export function pkcs12Derive(
  derivation: KeyDerivation,
  options: Pbkdf2Options & { readonly purpose: keyof typeof purposes },
): Uint8Array {
  const { blockLength } = derivation;
  const diversifier = new Uint8Array(blockLength).fill(purposes[options.purpose]);
  const input = joined(filled(options.salt, blockLength), filled(options.password, blockLength));
  const output = new Uint8Array(options.length);
  for (let done = 0; done < options.length;) {
    let block = derivation.hash(joined(diversifier, input));
    for (let round = 1; round < options.iterations; round += 1) block = derivation.hash(block);
    output.set(block.subarray(0, options.length - done), done);
    done += block.length;
    addToEach(input, filled(block, blockLength, blockLength));
  }
  return output;
}

/** The bytes again and again, up to the next multiple of `blockLength`, or to `length`. */
function filled(
  bytes: Uint8Array,
  blockLength: number,
  length = Math.ceil(bytes.length / blockLength) * blockLength,
): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** Step 6C: each block of `input` as a big number becomes itself plus `addend` plus one. */
function addToEach(input: Uint8Array, addend: Uint8Array): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1;
    for (let index = addend.length - 1; index >= 0; index -= 1) {
      carry += (input[start + index] ?? 0) + (addend[index] ?? 0);
      input[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}

function pbkdf2HmacSm3({ password, salt, iterations, length }: Pbkdf2Options, engine: CryptoEngine): Uint8Array {
  const output = new Uint8Array(length);
  for (let done = 0, number = 1; done < length; done += 32, number += 1) {
    let round = engine.hmacSm3(password, joined(salt, Uint8Array.of(0, 0, number >> 8, number & 0xff)));
    const block = round.slice();
    for (let count = 1; count < iterations; count += 1) {
      round = engine.hmacSm3(password, round);
      for (let index = 0; index < 32; index += 1) block[index] = (block[index] ?? 0) ^ (round[index] ?? 0);
    }
    output.set(block.subarray(0, length - done), done);
  }
  return output;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
