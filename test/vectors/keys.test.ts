import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { keyFormName } from '../../shared/crypto/keys/key-form.ts';
import type { KeyForm } from '../../shared/crypto/keys/key-form.ts';
import { readCertificate } from '../../shared/crypto/keys/read-certificate.ts';
import { readPkcs12 } from '../../shared/crypto/keys/read-pkcs12.ts';
import { readPlainPrivateKey } from '../../shared/crypto/keys/read-plain-private-key.ts';
import { readPlainPublicKey } from '../../shared/crypto/keys/read-plain-public-key.ts';
import { readPrivateKey } from '../../shared/crypto/keys/read-private-key.ts';
import { readPublicKey } from '../../shared/crypto/keys/read-public-key.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import { bouncyCastle, openSsl } from './keys-more-files.ts';
import { judgeKeys } from './keys-vectors.ts';
import type { KeyVectorResult, KeyVectors } from './keys-vectors.ts';
import { readVectors } from './read-vectors.ts';

const vectors = readVectors<KeyVectors>('keys');
const all = vectors.testGroups.flatMap((group) => group.tests);
const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(1) });

/** Which refusal each test that is refused must get: what is wrong is named, not only that something is. */
const refusals: Readonly<Record<string, readonly number[]>> = {
  'key.characters': [135, 136, 137, 142, 166],
  'key.coordinateRange': [148, 149],
  'key.der': [82, 93, 161, 162, 163, 168, 169],
  'key.empty': [130, 158],
  'key.hybridParity': [152],
  'key.infinity': [150, 151],
  'key.length': [95, 131, 132, 133, 134, 141, 154, 156],
  'key.offCurve': [143, 144, 145, 146, 147, 155],
  'key.otherAlgorithm': [84, 175, 176, 177],
  'key.otherCurve': [83, 170, 171, 172, 173, 174],
  'key.pairMismatch': [159, 160],
  'key.passwordNeeded': [45, 91],
  'key.passwordWrong': [42, 43, 44, 46, 90, 92],
  'key.pem': [164, 165, 167],
  'key.prefix': [153],
  'key.privateGivenAsPublic': [72, 140, 157],
  'key.privateRange': Array.from({ length: 15 }, (_, index) => 115 + index),
  'key.publicGivenAsPrivate': [138, 139],
};

describe('keys.json', () => {
  let results: readonly KeyVectorResult[] = [];
  beforeAll(async () => {
    results = await judgeKeys(engine, vectors);
  });

  it('is judged test by test, and each is as the file says', () => {
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(new Set(results.map(({ tcId }) => tcId)).size).toBe(vectors.numberOfTests);
  });

  it.runIf(process.env['HUFU_VECTORS'] === undefined)(
    'has 177 tests; names what is wrong, and reads all others',
    () => {
      expect(vectors.numberOfTests).toBe(177);
      const found: Record<string, number[]> = {};
      for (const { refusal, tcId } of results) if (refusal !== undefined) (found[refusal] ??= []).push(tcId);
      expect(found).toEqual(refusals);
    },
  );

  it('has a name in both languages for each form', () => {
    const read = new Set(results.filter(({ refusal }) => refusal === undefined).map(({ tcId }) => tcId));
    for (const { form } of all.filter(({ tcId }) => read.has(tcId))) {
      const name = keyFormName(form as KeyForm);
      expect(`${name.zh} ${name.en}`).not.toContain('undefined');
    }
  });
});

describe('certificates beside OpenSSL', () => {
  const certificates = all.filter(({ kind, result }) => kind === 'certificate' && result === 'valid');
  it.each(certificates.map((vector) => [vector.tcId, vector] as const))(
    '%i: serial, dates and names agree',
    (_, vector) => {
      const bytes = vector.inputEncoding === 'base64' ? bytesFromBase64(vector.input) : vector.input;
      const ours = readCertificate(bytes, { engine });
      const theirs = new X509Certificate(ours.bytes);
      expect(ours.serial).toBe(theirs.serialNumber.toLowerCase().replace(/^0+/, ''));
      expect(Date.parse(ours.notBefore)).toBe(Date.parse(theirs.validFrom));
      expect(Date.parse(ours.notAfter)).toBe(Date.parse(theirs.validTo));
      expect(ours.subject.text.split(', ')).toEqual(theirs.subject.split('\n'));
      expect(ours.issuer.text.split(', ')).toEqual(theirs.issuer.split('\n'));
    },
  );
});

async function refusalOf(action: () => unknown): Promise<string> {
  try {
    await action();
    return 'none';
  } catch (error) {
    if (error instanceof HufuError) return error.code;
    throw error;
  }
}

describe('files of BouncyCastle', () => {
  const { password } = bouncyCastle;

  it('opens PKCS#12 in BER with its certificate, name and issuer', () => {
    const { form, entries, otherCertificates } = readPkcs12(bytesFromBase64(bouncyCastle.oneKey), { engine, password });
    expect(form).toBe('pkcs12-der');
    expect(entries.map(({ privateKey }) => hexFromBytes(privateKey))).toEqual([bouncyCastle.signingKey]);
    expect(entries[0]).toMatchObject({
      friendlyName: '签名',
      certificate: {
        subject: { commonName: 'signing', text: 'C=CN, CN=signing' },
        issuer: { commonName: 'test-ca' },
        selfSignature: 'signedByAnother',
        keyUsage: ['digitalSignature', 'nonRepudiation'],
      },
    });
    expect(otherCertificates).toMatchObject([{ subject: { commonName: 'test-ca' }, selfSignature: 'valid' }]);
  });

  it('tells the signing key from the encryption key, and asks which is meant', async () => {
    const { entries } = readPkcs12(bouncyCastle.twoKeys, { engine, password });
    expect(entries.map(({ privateKey, certificate }) => [hexFromBytes(privateKey), certificate?.keyUsage])).toEqual([
      [bouncyCastle.signingKey, ['digitalSignature', 'nonRepudiation']],
      [bouncyCastle.encryptionKey, ['keyEncipherment', 'dataEncipherment']],
    ]);
    expect(await refusalOf(() => readPrivateKey(bouncyCastle.twoKeys, { engine, password }))).toBe('key.several');
  });

  it('reads the one key of a PKCS#12 file given as a private key', async () => {
    const key = await readPrivateKey(bouncyCastle.oneKey, { engine, password });
    expect([key.form, hexFromBytes(key.privateKey)]).toEqual(['pkcs12-base64', bouncyCastle.signingKey]);
  });

  it('opens PKCS#8 in AES-192 with HMAC-SHA384', async () => {
    const key = await readPrivateKey(bouncyCastle.encryptedPkcs8, { engine, password });
    expect(hexFromBytes(key.privateKey)).toBe(bouncyCastle.signingKey);
  });

  it('says that a file of certificates holds no private key', async () => {
    expect(await refusalOf(() => readPkcs12(bouncyCastle.certificatesOnly, { engine, password }))).toBe(
      'key.noPrivateKey',
    );
  });

  it('refuses the file with any one byte changed or missing, or reads the same key', async () => {
    const bytes = bytesFromBase64(bouncyCastle.oneKey);
    for (let index = 0; index < bytes.length; index += 41) {
      const damaged = bytes.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 0x55;
      for (const input of [damaged, bytes.subarray(0, index)]) {
        try {
          const { entries } = readPkcs12(input, { engine, password });
          expect(hexFromBytes(entries[0].privateKey)).toBe(bouncyCastle.signingKey);
        } catch (error) {
          if (!(error instanceof HufuError)) throw error;
        }
      }
    }
  });
});

describe('files of OpenSSL', () => {
  const { password } = openSsl;

  it.each(['pemAes128', 'pemAes192', 'pemDesEde3', 'pemSm4'] as const)('opens old PEM encryption: %s', async (name) => {
    const key = await readPrivateKey(openSsl[name], { engine, password });
    expect([key.form, hexFromBytes(key.privateKey)]).toEqual(['sec1-pem-encrypted', openSsl.privateKey]);
    expect(await refusalOf(() => readPrivateKey(openSsl[name], { engine, password: 'abd' }))).toBe('key.passwordWrong');
    expect(await refusalOf(() => readPrivateKey(openSsl[name], { engine }))).toBe('key.passwordNeeded');
    expect(await refusalOf(() => readPublicKey(openSsl[name], { engine }))).toBe('key.privateGivenAsPublic');
  });

  it.each([
    ['pkcs12WithoutMac', password],
    ['pkcs12InClear', ''],
    ['pkcs12Rc2128Sha512', password],
    ['pkcs12TwoKeyDesSha384', password],
  ] as const)('opens PKCS#12: %s', (name, secret) => {
    const { entries } = readPkcs12(openSsl[name], { engine, password: secret });
    expect(hexFromBytes(entries[0].privateKey)).toBe(openSsl.privateKey);
    expect(entries[0].certificate).toMatchObject({
      subject: { commonName: 'test' },
      selfSignature: 'validWithEmptyUserId',
    });
  });

  it('says which encryption it does not open', async () => {
    expect(await refusalOf(() => readPkcs12(openSsl.pkcs12Rc4, { engine, password }))).toBe('key.encryption');
    expect(await refusalOf(() => readPrivateKey(openSsl.pkcs8Md5Des, { engine, password }))).toBe('key.encryption');
  });

  it('says that a PKCS#12 file holds a key of another curve', async () => {
    expect(await refusalOf(() => readPkcs12(openSsl.pkcs12OfP256, { engine, password }))).toBe('key.otherCurve');
  });

  it.each(['certificateRequest', 'pkcs7', 'revocationList'] as const)('names what is no key: %s', async (name) => {
    expect(await refusalOf(() => readPrivateKey(openSsl[name], { engine }))).toBe('key.structure');
    expect(await refusalOf(() => readPublicKey(openSsl[name], { engine }))).toBe('key.structure');
  });

  it('finds the certificate and the key in one text, each in its own field', async () => {
    const { certificate, privateKey, pemAes128 } = openSsl;
    const both = certificate + pemAes128;
    expect(hexFromBytes((await readPrivateKey(both, { engine, password })).privateKey)).toBe(privateKey);
    const read = await readPublicKey(certificate, { engine });
    expect(hexFromBytes(read.publicKey)).toBe(hexFromBytes(engine.sm2PublicKey(bytesFromHex(privateKey))));
    expect(read.certificate?.subject.commonName).toBe('test');
    expect(await refusalOf(() => readPrivateKey(certificate, { engine }))).toBe('key.certificateGivenAsPrivate');
    expect(await refusalOf(() => readPublicKey(both, { engine }))).toBe('key.privateGivenAsPublic');
    expect(await refusalOf(() => readPlainPublicKey(certificate))).toBe('key.certificateGivenAsPublic');
    expect(await refusalOf(() => readPlainPrivateKey(pemAes128, { engine }))).toBe('key.passwordNeeded');
  });
});
