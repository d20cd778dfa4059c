import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { readDer } from './der.ts';
import { keyDerivation, pkcs12Derive } from './key-derivation.ts';
import type { KeyDerivationHash } from './key-derivation.ts';
import { passwordBasedDecrypt } from './password-based-decrypt.ts';
import { pkcs12Password } from './pkcs12-password.ts';
import { writeDer } from './write-der.ts';

const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(1) });
const sequence = (...parts: Uint8Array[]) => writeDer(0x30, parts);
const identifier = (hex: string) => writeDer(0x06, [bytesFromHex(hex)]);
const integer = (hex: string) => writeDer(0x02, [bytesFromHex(hex)]);
const octets = (length: number) => writeDer(0x04, [new Uint8Array(length)]);
const pbes2 = identifier('2a864886f70d01050d');
const pbkdf2 = identifier('2a864886f70d01050c');
const scrypt = identifier('2b06010401da47040b');
const aes256 = sequence(identifier('60864801650304012a'), octets(16));

describe('passwordBasedDecrypt', () => {
  const refusal = (scheme: Uint8Array, ciphertext = new Uint8Array(16)) => {
    try {
      passwordBasedDecrypt({ scheme: readDer(scheme), ciphertext }, { engine, password: 'x' });
      return 'none';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const withPbkdf2 = (...parameters: Uint8Array[]) =>
    sequence(pbes2, sequence(sequence(pbkdf2, sequence(...parameters)), aes256));
  const withScrypt = (...parameters: Uint8Array[]) =>
    sequence(pbes2, sequence(sequence(scrypt, sequence(...parameters)), aes256));

  it.each([
    ['a billion rounds', withPbkdf2(octets(8), integer('3b9aca00')), 'key.encryptionCost'],
    ['no rounds', withPbkdf2(octets(8), integer('00')), 'key.encryptionCost'],
    ['another key length', withPbkdf2(octets(8), integer('0800'), integer('10')), 'key.encryption'],
    ['an unknown function', withPbkdf2(octets(8), integer('0800'), sequence(identifier('2a03'))), 'key.encryption'],
    ['scrypt of 2 GB', withScrypt(octets(8), integer('00800000'), integer('02'), integer('01')), 'key.encryptionCost'],
    ['scrypt of N 3', withScrypt(octets(8), integer('03'), integer('08'), integer('01')), 'key.encryptionCost'],
    [
      'an unknown derivation',
      sequence(pbes2, sequence(sequence(identifier('2a03'), sequence()), aes256)),
      'key.encryption',
    ],
    ['an unknown scheme', sequence(identifier('2a03'), sequence()), 'key.encryption'],
    [
      'an IV of 8 bytes',
      sequence(
        pbes2,
        sequence(
          sequence(pbkdf2, sequence(octets(8), integer('01'))),
          sequence(identifier('60864801650304012a'), octets(8)),
        ),
      ),
      'key.passwordWrong',
    ],
  ])('refuses %s', (_, scheme, code) => {
    expect(refusal(scheme)).toBe(code);
  });

  it.each([0, 15, 17])('refuses a ciphertext of %i bytes', (length) => {
    expect(refusal(withPbkdf2(octets(8), integer('01')), new Uint8Array(length))).toBe('key.passwordWrong');
  });
});

describe('keyDerivation', () => {
  const hashes: ReadonlyArray<readonly [KeyDerivationHash, string]> = [
    ['SHA-1', 'sha1'],
    ['SHA-224', 'sha224'],
    ['SHA-256', 'sha256'],
    ['SHA-384', 'sha384'],
    ['SHA-512', 'sha512'],
    ['SM3', 'sm3'],
  ];
  it.each(hashes)('PBKDF2 with %s as OpenSSL computes it', (name, theirs) => {
    const [password, salt] = [bytesFromUtf8('口令'), bytesFromUtf8('salt of some length')];
    for (const length of [16, 24, 32, 80]) {
      const ours = keyDerivation(name, engine).pbkdf2({ password, salt, iterations: 3, length });
      expect(hexFromBytes(ours)).toBe(pbkdf2Sync(password, salt, 3, length, theirs).toString('hex'));
    }
  });

  /** Known answers that programs share since the first PKCS#12: password smeg and queeg, SHA-1. */
  it.each([
    ['smeg', '0a58cf64530d823f', 1, 'key', '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
    ['smeg', '0a58cf64530d823f', 1, 'iv', '79993dfe048d3b76'],
    ['queeg', '05dec959acff72f7', 1000, 'key', 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
    ['queeg', '05dec959acff72f7', 1000, 'iv', '11dedad7758d4860'],
    ['smeg', '3d83c0e4546ac140', 1, 'mac', '8d967d88f6caa9d714800ab3d48051d63f73a312'],
  ] as const)('PKCS#12: %s, %s, %i rounds, %s', (password, salt, iterations, purpose, expected) => {
    const length = expected.length / 2;
    const options = { password: pkcs12Password(password), salt: bytesFromHex(salt), iterations, purpose, length };
    expect(hexFromBytes(pkcs12Derive(keyDerivation('SHA-1', engine), options))).toBe(expected);
  });
});
