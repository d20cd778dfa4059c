import { cbc } from '@noble/ciphers/aes.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesFromHex } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import type { RandomBytes } from '../engine.ts';
import { derTag } from './der.ts';
import { writeDer } from './write-der.ts';

/** What OWASP asks of PBKDF2-HMAC-SHA256 since 2023. */
const iterations = 600_000;

const identifiers = {
  pbes2: '2a864886f70d01050d',
  pbkdf2: '2a864886f70d01050c',
  hmacWithSha256: '2a864886f70d0209',
  aes256Cbc: '60864801650304012a',
} as const;

/**
 * EncryptedPrivateKeyInfo (RFC 5958 clause 3) by PBES2 (RFC 8018): PBKDF2 with HMAC-SHA256 and AES-256-CBC, which
 * OpenSSL and BouncyCastle open too. The derivation takes a good part of a second.
 */
export function encryptPkcs8(
  pkcs8: Uint8Array,
  { password, randomBytes }: { readonly password: string; readonly randomBytes: RandomBytes },
): Uint8Array {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = pbkdf2(sha256, bytesFromUtf8(password), salt, { c: iterations, dkLen: 32 });
  const hash = sequence(identifier('hmacWithSha256'), writeDer(0x05, []));
  const derivation = sequence(identifier('pbkdf2'), sequence(octets(salt), integer(iterations), hash));
  const encryption = sequence(identifier('aes256Cbc'), octets(iv));
  const scheme = sequence(identifier('pbes2'), sequence(derivation, encryption));
  return sequence(scheme, octets(cbc(key, iv).encrypt(pkcs8)));
}

function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return writeDer(derTag.sequence, parts);
}

function octets(bytes: Uint8Array): Uint8Array {
  return writeDer(derTag.octetString, [bytes]);
}

function identifier(name: keyof typeof identifiers): Uint8Array {
  return writeDer(derTag.objectIdentifier, [bytesFromHex(identifiers[name])]);
}

/** A zero in front keeps the first bit from being read as a sign; 600,000 needs none, but the next count may. */
function integer(value: number): Uint8Array {
  const digits = value.toString(16);
  const bytes = bytesFromHex(digits.padStart(digits.length + (digits.length % 2), '0'));
  return writeDer(derTag.integer, (bytes[0] ?? 0) < 0x80 ? [bytes] : [Uint8Array.of(0), bytes]);
}
