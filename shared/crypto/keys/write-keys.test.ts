import { createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import { publicKeyForms, secretKeyForms } from '../../model/key.ts';
import type { KeyMaterial, PublicKeyExportForm, SecretKeyExportForm } from '../../model/key.ts';
import { base64FromBytes } from '../encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { examineKey } from './examine-key.ts';
import { keyFormName } from './key-form.ts';
import type { KeyForm } from './key-form.ts';
import { writePublicKey } from './write-public-key.ts';
import { writeSecretKey } from './write-private-key.ts';

const randomBytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 7 + 1);
const engine = createPortableEngine({ randomBytes });
const password = '口令 with blanks';
const options = { engine, randomBytes, password };
const now = Date.parse('2026-01-01T00:00:00Z');
/** Self-signed; the DER in Base64. */
const certificate =
  'MIIBfDCCASKgAwIBAgIIaWhQKuFw0pQwCgYIKoEcz1UBg3UwMzELMAkGA1UEBhMCQ04xDTALBgNVBAoMBFRlc3QxFTATBgNVBAMMDHNt' +
  'Mi10ZXN0LTM4MDAeFw0yNDAxMDEwMDAwMDBaFw00NDAxMDEwMDAwMDBaMDMxCzAJBgNVBAYTAkNOMQ0wCwYDVQQKDARUZXN0MRUwEwYD' +
  'VQQDDAxzbTItdGVzdC0zODAwWTATBgcqhkjOPQIBBggqgRzPVQGCLQNCAAS12xK50HCsyYljaYM+pf2xarjo6gk8KFbADsC+Qq+CEJxN' +
  'C/Z1DQGJDkiKLFT+x9KezbopNonJ49IZnVFEvlMXoyAwHjAOBgNVHQ8BAf8EBAMCBaAwDAYDVR0TAQH/BAIwADAKBggqgRzPVQGDdQNI' +
  'ADBFAiB7npNUzDv3+nzjhJJMGHgnBlc1gm7rc8MsCGRppXvKrAIhAKjsrefjsFt8r0yY35wCw6sQDCUP11fO9Ohhv25Kdsnc';
type Sm2Private = Extract<KeyMaterial, { readonly algorithm: 'sm2Private' }>;

/** As random as real keys, and the two ends of the range. */
const keys: fc.Arbitrary<Sm2Private> = fc
  .oneof(
    fc.nat().map((seed) => hexFromBytes(engine.sm3(bytesFromUtf8(`pair ${seed}`)))),
    fc.constantFrom('1'.padStart(64, '0'), 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54121'),
  )
  .map((privateKey) => ({ algorithm: 'sm2Private', privateKey }));

const one: Sm2Private = { algorithm: 'sm2Private', privateKey: hexFromBytes(engine.sm3(bytesFromUtf8('one'))) };
const plainForms = ['pkcs8-pem', 'sec1-pem', 'hex-d'] as const satisfies readonly SecretKeyExportForm[];
const bareForms = publicKeyForms.filter((form) => form !== 'x509-pem');

function publicHalf({ privateKey }: Sm2Private): KeyMaterial {
  return { algorithm: 'sm2Public', publicKey: hexFromBytes(engine.sm2PublicKey(bytesFromHex(privateKey))) };
}

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'none';
  } catch (error) {
    if (error instanceof HufuError) return error.code;
    throw error;
  }
}

describe('what is written', () => {
  it('is read again as the same private key, in the form it was written in', async () => {
    await fc.assert(
      fc.asyncProperty(keys, fc.constantFrom(...plainForms), async (material, form) => {
        const [key] = await examineKey(writeSecretKey(material, form, options), { engine, now });
        expect(key?.material).toEqual(material);
        expect(key?.found.form).toEqual(keyFormName(form));
      }),
      { numRuns: 60 },
    );
  });

  it('is read again as the same public key, written from either half', async () => {
    await fc.assert(
      fc.asyncProperty(keys, fc.constantFrom(...bareForms), async (material, form) => {
        const half = publicHalf(material);
        const text = writePublicKey(half, form, { engine });
        expect(writePublicKey(material, form, { engine })).toBe(text);
        for (const as of [{}, { as: 'sm2Public' } as const]) {
          const [key] = await examineKey(text, { engine, now, ...as });
          expect(key?.material).toEqual(half);
          expect(key?.found.form).toEqual(keyFormName(form satisfies KeyForm));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('opens with its password only', async () => {
    const text = writeSecretKey(one, 'encrypted-pkcs8-pem', options);
    const [key] = await examineKey(text, { engine, now, password });
    expect(key?.material).toEqual(one);
    await expect(examineKey(text, { engine, now, password: `${password} ` })).rejects.toMatchObject({
      detail: { code: 'key.passwordWrong' },
    });
    await expect(examineKey(text, { engine, now })).rejects.toMatchObject({ detail: { code: 'key.passwordNeeded' } });
  });

  it('has salt and IV of its own each time', () => {
    const asked: number[] = [];
    const counted = (length: number): Uint8Array => new Uint8Array(length).fill(asked.push(length));
    const text = writeSecretKey(one, 'encrypted-pkcs8-pem', { ...options, randomBytes: counted });
    expect(asked).toEqual([16, 16]);
    const der = Buffer.from(text.replace(/-----.*?-----/g, ''), 'base64').toString('hex');
    expect(der).toContain(`0410${'01'.repeat(16)}02030927c0`);
    expect(der).toContain(`0410${'02'.repeat(16)}`);
  });

  it('keeps the certificate, given out with either half', async () => {
    const [read] = await examineKey(certificate, { engine, now });
    if (read === undefined) throw new Error('the certificate was not read');
    const pem = writePublicKey(read.material, 'x509-pem', { engine });
    expect(new X509Certificate(pem).raw.toString('base64')).toBe(certificate);
    expect((await examineKey(pem, { engine, now }))[0]?.material).toEqual(read.material);
    expect(writePublicKey({ ...one, certificate }, 'x509-pem', { engine })).toBe(pem);
  });

  it('gives the bytes of a symmetric key, whatever its reading', () => {
    for (const text of ['30313233343536373839414243444546', '0123456789ABCDEF', 'MDEyMzQ1Njc4OUFCQ0RFRg==']) {
      const material = { algorithm: 'sm4', text } as const;
      expect(secretKeyForms.slice(-3).map((form) => writeSecretKey(material, form, options))).toEqual([
        text,
        '30313233343536373839414243444546',
        'MDEyMzQ1Njc4OUFCQ0RFRg==',
      ]);
    }
  });
});

describe('OpenSSL', () => {
  const message = Buffer.from('{"aac003":"张三"}');

  it.each(['pkcs8-pem', 'sec1-pem', 'encrypted-pkcs8-pem'] as const)('opens %s and signs with it', (form) => {
    const key = createPrivateKey({ key: writeSecretKey(one, form, options), passphrase: password });
    const signature = sign('sm3', message, key);
    const spki = createPublicKey(writePublicKey(one, 'spki-pem', { engine }));
    expect(verify('sm3', message, spki, signature)).toBe(true);
    expect(verify('sm3', Buffer.from('other'), spki, signature)).toBe(false);
    const userId = new Uint8Array(0);
    const publicKey = engine.sm2PublicKey(bytesFromHex(one.privateKey));
    expect(engine.sm2Verify(publicKey, message, new Uint8Array(signature), { form: 'der', userId })).toBe(true);
  });

  it('writes the same structures', () => {
    const pkcs8 = writeSecretKey(one, 'pkcs8-pem', options);
    const key = createPrivateKey(writeSecretKey(one, 'sec1-pem', options));
    expect(key.export({ type: 'pkcs8', format: 'pem' })).toBe(pkcs8);
    expect(createPublicKey(pkcs8).export({ type: 'spki', format: 'pem' })).toBe(
      writePublicKey(one, 'spki-pem', { engine }),
    );
    const der = createPublicKey(pkcs8).export({ type: 'spki', format: 'der' });
    expect(writePublicKey(one, 'spki-base64', { engine })).toBe(base64FromBytes(new Uint8Array(der)));
  });
});

describe('forms that do not fit', () => {
  const sm4 = { algorithm: 'sm4', text: '0123456789ABCDEF' } as const;
  const text = { algorithm: 'text', text: '0123456789ABCDEF' } as const;
  const phrase = { algorithm: 'sm4', text: 'a phrase' } as const;
  const structures = ['encrypted-pkcs8-pem', 'pkcs8-pem', 'sec1-pem', 'hex-d'] as const;

  it.each<readonly [string, KeyMaterial, readonly SecretKeyExportForm[]]>([
    ['a public key', publicHalf(one), secretKeyForms],
    ['a private key', one, ['text', 'hex', 'base64']],
    ['an SM4 key', sm4, structures],
    ['a text', text, [...structures, 'hex', 'base64']],
    ['a phrase', phrase, [...structures, 'hex', 'base64']],
  ])('%s', (_, material, forms) => {
    for (const form of forms) expect(codeOf(() => writeSecretKey(material, form, options))).toBe('key.exportForm');
  });

  it('a certificate that is not there, and the public half of a symmetric key', () => {
    const code = (material: KeyMaterial, form: PublicKeyExportForm): string =>
      codeOf(() => writePublicKey(material, form, { engine }));
    expect(code(one, 'x509-pem')).toBe('key.exportForm');
    for (const form of publicKeyForms)
      expect([code(sm4, form), code(text, form)]).toEqual(['key.exportForm', 'key.exportForm']);
  });

  it('an encrypted form without a password', () => {
    for (const secret of [{}, { password: '' }]) {
      const without = { engine, randomBytes, ...secret };
      expect(codeOf(() => writeSecretKey(one, 'encrypted-pkcs8-pem', without))).toBe('key.passwordNeeded');
    }
  });
});
