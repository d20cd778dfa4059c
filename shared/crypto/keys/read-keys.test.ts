import { createCipheriv, generateKeyPairSync, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import { base64FromBytes, base64LinesFromBytes, base64UrlFromBytes } from '../encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { sm2Parameters } from '../sm2/curve-parameters.ts';
import { readCertificate } from './read-certificate.ts';
import { readPkcs12 } from './read-pkcs12.ts';
import { readPlainPrivateKey } from './read-plain-private-key.ts';
import { readPlainPublicKey } from './read-plain-public-key.ts';
import { readPrivateKey } from './read-private-key.ts';
import { readPublicKey } from './read-public-key.ts';
import { requirePair } from './require-pair.ts';
import { writeDer } from './write-der.ts';

const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(1) });
const ecPublicKey = bytesFromHex('06072a8648ce3d0201');
const sm2 = bytesFromHex('06082a811ccf5501822d');
const octets = (bytes: Uint8Array) => writeDer(0x04, [bytes]);
const bits = (bytes: Uint8Array) => writeDer(0x03, [Uint8Array.of(0), bytes]);
const integer = (value: number) => Uint8Array.of(0x02, 1, value);
const algorithm = writeDer(0x30, [ecPublicKey, sm2]);

function sec1Of(scalar: Uint8Array, point?: Uint8Array): Uint8Array {
  const publicKey = point === undefined ? [] : [writeDer(0xa1, [bits(point)])];
  return writeDer(0x30, [integer(1), octets(scalar), writeDer(0xa0, [sm2]), ...publicKey]);
}
const pkcs8Of = (sec1: Uint8Array) => writeDer(0x30, [integer(0), algorithm, octets(sec1)]);
const spkiOf = (point: Uint8Array) => writeDer(0x30, [algorithm, bits(point)]);
const pem = (label: string, bytes: Uint8Array) =>
  `-----BEGIN ${label}-----\n${base64LinesFromBytes(bytes)}\n-----END ${label}-----\n`;

/** As random as real keys: Base64 of bytes that are nearly all zero consists of hex digits and is taken for hex. */
const pairs = fc.nat().map((seed) => {
  const privateKey = engine.sm3(bytesFromUtf8(`pair ${seed}`));
  return { privateKey, publicKey: engine.sm2PublicKey(privateKey) };
});

async function codeOf(action: () => unknown): Promise<string> {
  try {
    await action();
    return 'none';
  } catch (error) {
    if (error instanceof HufuError) return error.code;
    throw error;
  }
}

describe('every form of any pair', () => {
  it('reads as the same private key', () => {
    const wrappings = [
      hexFromBytes,
      base64FromBytes,
      base64UrlFromBytes,
      base64LinesFromBytes,
      (bytes: Uint8Array) => bytes,
      (bytes: Uint8Array) => bytesFromUtf8(`\uFEFF 0x${hexFromBytes(bytes).toUpperCase()}\r\n`),
    ];
    fc.assert(
      fc.property(pairs, fc.constantFrom(...wrappings), ({ privateKey, publicKey }, wrap) => {
        const structures = [
          privateKey,
          Uint8Array.of(0, ...privateKey),
          sec1Of(privateKey, publicKey),
          sec1Of(privateKey),
          pkcs8Of(sec1Of(privateKey, publicKey)),
        ];
        for (const bytes of structures) {
          const read = readPlainPrivateKey(wrap(bytes), { engine });
          expect(hexFromBytes(read.privateKey)).toBe(hexFromBytes(privateKey));
          expect(hexFromBytes(read.publicKey)).toBe(hexFromBytes(publicKey));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('reads as the same public key', () => {
    fc.assert(
      fc.property(pairs, ({ publicKey }) => {
        const bare = publicKey.subarray(1);
        const compressed = Uint8Array.of(2 + ((publicKey[64] ?? 0) & 1), ...bare.subarray(0, 32));
        for (const bytes of [publicKey, bare, compressed, spkiOf(publicKey), spkiOf(compressed)]) {
          for (const input of [bytes, hexFromBytes(bytes), base64FromBytes(bytes), base64UrlFromBytes(bytes)]) {
            expect(hexFromBytes(readPlainPublicKey(input).publicKey)).toBe(hexFromBytes(publicKey));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('reads 1 in Base64, which is nearly all A', () => {
    const one = `${'A'.repeat(42)}E=`;
    expect(hexFromBytes(readPlainPrivateKey(one, { engine }).privateKey)).toBe('1'.padStart(64, '0'));
  });

  it('is refused, or reads as the same key, with one byte changed', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ privateKey, publicKey }, place, change) => {
        const bytes = pkcs8Of(sec1Of(privateKey, publicKey));
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change;
        try {
          expect(hexFromBytes(readPlainPrivateKey(bytes, { engine }).privateKey)).toBe(hexFromBytes(privateKey));
        } catch (error) {
          expect(error).toBeInstanceOf(HufuError);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when cut anywhere', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), ({ privateKey, publicKey }, length) => {
        const text = pem('PRIVATE KEY', pkcs8Of(sec1Of(privateKey, publicKey))).trimEnd();
        expect(() => readPlainPrivateKey(text.slice(0, length % text.length), { engine })).toThrow(HufuError);
      }),
      { numRuns: 100 },
    );
  });
});

describe('garbage', () => {
  const inputs = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => writeDer(0x30, [bytes])),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => writeDer(0x30, [integer(3), writeDer(0x30, [bytes])])),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => writeDer(0x30, [writeDer(0x30, [bytes]), octets(bytes)])),
    fc
      .tuple(
        fc.constantFrom('PRIVATE KEY', 'PUBLIC KEY', 'CERTIFICATE', 'EC PARAMETERS'),
        fc.uint8Array({ maxLength: 99 }),
      )
      .map(([label, bytes]) => pem(label, bytes)),
    fc.string({ maxLength: 50 }).map((text) => `-----BEGIN ${text}`),
  );
  it('is answered with a HufuError by every reader', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const options = { engine, password: 'x' };
        for (const read of [readPrivateKey, readPublicKey, readCertificate, readPkcs12]) {
          expect(await codeOf(() => read(input, options))).toMatch(/^(none|key\.|base64\.)/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what the input really is', () => {
  const [{ privateKey, publicKey }] = fc.sample(pairs, { numRuns: 1, seed: 1 }) as [
    { privateKey: Uint8Array; publicKey: Uint8Array },
  ];
  const other = engine.sm2PublicKey(bytesFromHex('02'.padStart(64, '0')));
  const sec1 = sec1Of(privateKey, publicKey);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  it.each([
    ['RSA in its own form', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), 'key.otherAlgorithm'],
    ['P-256 in SEC1', p256.privateKey.export({ type: 'sec1', format: 'pem' }), 'key.otherCurve'],
    [
      'EC PARAMETERS of P-256',
      `${pem('EC PARAMETERS', bytesFromHex('06082a8648ce3d030107'))}${pem('EC PRIVATE KEY', sec1)}`,
      'key.otherCurve',
    ],
    ['EC PARAMETERS alone', pem('EC PARAMETERS', sm2), 'key.pem'],
    ['two private keys', pem('PRIVATE KEY', pkcs8Of(sec1)) + pem('EC PRIVATE KEY', sec1), 'key.several'],
    ['a public key labelled private', pem('PRIVATE KEY', spkiOf(publicKey)), 'key.label'],
    ['a private key labelled public', pem('PUBLIC KEY', pkcs8Of(sec1)), 'key.label'],
    ['bare bytes in PEM', pem('PRIVATE KEY', privateKey), 'key.structure'],
    ['hex in Base64', base64FromBytes(bytesFromUtf8(hexFromBytes(privateKey))), 'key.encodedTwice'],
    ['an SM4 key', '0123456789abcdeffedcba9876543210', 'key.length'],
    ['a Java key store', bytesFromHex('feedfeed0000000200000001'), 'key.structure'],
    [
      'an SM2 ciphertext',
      writeDer(0x30, [integer(1), integer(2), octets(privateKey), octets(privateKey)]),
      'key.structure',
    ],
    ['another structure', writeDer(0x30, [octets(privateKey)]), 'key.structure'],
    ['SEC1 of version 2', writeDer(0x30, [integer(2), octets(privateKey)]), 'key.structure'],
    ['SEC1 with 34 bytes', writeDer(0x30, [integer(1), octets(Uint8Array.of(0, 0, ...privateKey))]), 'key.length'],
    ['SEC1 of another pair', sec1Of(privateKey, other), 'key.pairMismatch'],
    ['dashes without BEGIN', '----- my key -----', 'key.pem'],
  ])('private: %s', async (_, input, code) => {
    expect(await codeOf(() => readPrivateKey(input, { engine }))).toBe(code);
  });

  it.each([
    ['a private key labelled public', pem('PUBLIC KEY', sec1), 'key.label'],
    ['a public key labelled private', pem('PRIVATE KEY', spkiOf(publicKey)), 'key.label'],
    ['a pair', pem('PUBLIC KEY', spkiOf(publicKey)) + pem('PRIVATE KEY', pkcs8Of(sec1)), 'key.privateGivenAsPublic'],
    ['two public keys', pem('PUBLIC KEY', spkiOf(publicKey)) + pem('PUBLIC KEY', spkiOf(other)), 'key.several'],
    ['P-256 in SEC1', p256.privateKey.export({ type: 'sec1', format: 'pem' }), 'key.otherCurve'],
    ['EC PARAMETERS alone', pem('EC PARAMETERS', sm2), 'key.pem'],
  ])('public: %s', async (_, input, code) => {
    expect(await codeOf(() => readPublicKey(input, { engine }))).toBe(code);
  });

  it('certificate and PKCS#12: a key', async () => {
    expect(await codeOf(() => readCertificate(hexFromBytes(publicKey), { engine }))).toBe('key.notCertificate');
    expect(await codeOf(() => readPkcs12(hexFromBytes(privateKey), { engine }))).toBe('key.notPkcs12');
  });

  it('says where a wrong character stands', () => {
    const text = `\n${hexFromBytes(privateKey).slice(0, 40)}g${hexFromBytes(privateKey).slice(41)}`;
    expect(() => readPlainPrivateKey(text, { engine })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ position: { line: 2, column: 41 } }) }),
    );
    const block = pem('PRIVATE KEY', pkcs8Of(sec1)).replace(/\n(.{5})./, '\n$1*');
    expect(() => readPlainPrivateKey(block, { engine })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ position: { line: 2, column: 6 } }) }),
    );
  });

  it('takes SEC1 whose number is shorter or longer than RFC 5915 says, at its value', () => {
    const one = readPlainPrivateKey(sec1Of(Uint8Array.of(1)), { engine });
    expect(hexFromBytes(one.privateKey)).toBe('1'.padStart(64, '0'));
    const long = readPlainPrivateKey(sec1Of(Uint8Array.of(0, ...privateKey), publicKey), { engine });
    expect(hexFromBytes(long.privateKey)).toBe(hexFromBytes(privateKey));
  });

  it('says what was behind a password', async () => {
    const options = { engine, password: 'secret' };
    const exported = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
    expect(await codeOf(() => readPrivateKey(rsa.privateKey.export(exported), options))).toBe('key.otherAlgorithm');
    expect(await codeOf(() => readPrivateKey(p256.privateKey.export(exported), options))).toBe('key.otherCurve');
  });

  it.each([
    ['text', bytesFromUtf8('no key at all')],
    ['a bare number', privateKey],
    ['SEC1', sec1],
  ])('takes %s in place of PKCS#8 behind sound padding for a wrong password', async (_, plaintext) => {
    const [salt, iv] = [new Uint8Array(8), new Uint8Array(16)];
    const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync('secret', salt, 1, 32, 'sha1'), iv);
    const ciphertext = new Uint8Array([...cipher.update(plaintext), ...cipher.final()]);
    const derivation = writeDer(0x30, [
      bytesFromHex('06092a864886f70d01050c'),
      writeDer(0x30, [octets(salt), integer(1)]),
    ]);
    const encryption = writeDer(0x30, [bytesFromHex('060960864801650304012a'), octets(iv)]);
    const scheme = writeDer(0x30, [bytesFromHex('06092a864886f70d01050d'), writeDer(0x30, [derivation, encryption])]);
    const input = writeDer(0x30, [scheme, octets(ciphertext)]);
    expect(await codeOf(() => readPrivateKey(input, { engine, password: 'secret' }))).toBe('key.passwordWrong');
  });

  it('takes explicit curve parameters only when each number is that of SM2', async () => {
    const number = (value: bigint) => bytesFromHex(value.toString(16).padStart(64, '0'));
    const unsigned = (value: bigint) => {
      const bytes = number(value);
      return writeDer(0x02, (bytes[0] ?? 0) < 0x80 ? [bytes] : [Uint8Array.of(0), bytes]);
    };
    const spkiWith = (changes: Partial<typeof sm2Parameters>) => {
      const { p, a, b, n, h, Gx, Gy } = { ...sm2Parameters, ...changes };
      const field = writeDer(0x30, [bytesFromHex('06072a8648ce3d0101'), unsigned(p)]);
      const coefficients = writeDer(0x30, [octets(number(a)), octets(number(b))]);
      const generator = octets(Uint8Array.of(4, ...number(Gx), ...number(Gy)));
      const domain = [integer(1), field, coefficients, generator, unsigned(n), integer(Number(h))];
      return writeDer(0x30, [writeDer(0x30, [ecPublicKey, writeDer(0x30, domain)]), bits(publicKey)]);
    };
    expect(hexFromBytes(readPlainPublicKey(spkiWith({})).publicKey)).toBe(hexFromBytes(publicKey));
    for (const [name, value] of Object.entries(sm2Parameters)) {
      const changed = spkiWith({ [name]: value + 1n });
      expect([name, await codeOf(() => readPlainPublicKey(changed))]).toEqual([name, 'key.otherCurve']);
    }
  });

  it('knows a pair from two keys that do not belong together', () => {
    requirePair({ privateKey, publicKey: publicKey.subarray(1), engine });
    expect(() => requirePair({ privateKey, publicKey: other, engine })).toThrow(
      expect.objectContaining({ code: 'key.pairMismatch' }),
    );
  });

  it('hands out a key of its own, that later changes of the input do not reach', () => {
    const bytes = privateKey.slice();
    const read = readPlainPrivateKey(bytes, { engine });
    bytes.fill(0);
    expect(hexFromBytes(read.privateKey)).toBe(hexFromBytes(privateKey));
  });
});
