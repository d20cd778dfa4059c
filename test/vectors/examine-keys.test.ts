import { beforeAll, describe, expect, it } from 'vitest';
import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { examineKey } from '../../shared/crypto/keys/examine-key.ts';
import type { ExaminedKey } from '../../shared/crypto/keys/examine-key.ts';
import { keyFormName } from '../../shared/crypto/keys/key-form.ts';
import type { KeyForm } from '../../shared/crypto/keys/key-form.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { KeyAlgorithm } from '../../shared/model/key.ts';
import { bouncyCastle, openSsl } from './keys-more-files.ts';
import { judgeKeys } from './keys-vectors.ts';
import type { KeyVector, KeyVectors } from './keys-vectors.ts';
import { readVectors } from './read-vectors.ts';

const vectors = readVectors<KeyVectors>('keys');
const all = vectors.testGroups.flatMap((group) => group.tests);
const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(1) });
const now = Date.parse('2026-01-01T00:00:00Z');

type Outcome =
  | { readonly keys: readonly ExaminedKey[]; readonly refusal?: undefined }
  | { readonly keys?: undefined; readonly refusal: HufuError };

async function examined(vector: KeyVector, as?: KeyAlgorithm): Promise<Outcome> {
  const input = vector.inputEncoding === 'base64' ? bytesFromBase64(vector.input) : vector.input;
  const { password } = vector;
  const options = { engine, now, ...(password === undefined ? {} : { password }), ...(as === undefined ? {} : { as }) };
  try {
    return { keys: await examineKey(input, options) };
  } catch (error) {
    if (error instanceof HufuError) return { refusal: error };
    throw error;
  }
}

const slots: Readonly<Record<KeyVector['kind'], KeyAlgorithm>> = {
  private: 'sm2Private',
  pkcs12: 'sm2Private',
  public: 'sm2Public',
  certificate: 'sm2Public',
};

/** Vectors of one half in a field for the other: by themselves they are what they are. */
const inOtherField: Readonly<Record<number, KeyAlgorithm>> = {
  72: 'sm2Private',
  138: 'sm2Public',
  139: 'sm2Public',
  140: 'sm2Private',
  157: 'sm2Private',
};

/** Acceptable vectors that the readers refuse, because the digits may as well be cut. */
const leadingZerosDropped = 95;

/** Of one outcome, all that must be right about a key that is to be read. */
function reading({ keys, refusal }: Outcome): unknown {
  if (refusal !== undefined) return refusal.code;
  return keys.map(({ material, found }) => ({
    algorithm: [material.algorithm, found.algorithm],
    form: found.form,
    publicKey: found.publicKey,
    ...('privateKey' in material ? { privateKey: material.privateKey } : {}),
    fingerprint: found.fingerprint,
  }));
}

function expectedReading(vector: KeyVector): unknown {
  const { publicKey = '', privateKey } = vector.expected as Readonly<Record<string, string | undefined>>;
  const algorithm = slots[vector.kind];
  return [
    {
      algorithm: [algorithm, algorithm],
      form: keyFormName(vector.form as KeyForm),
      publicKey,
      ...(algorithm === 'sm2Private' ? { privateKey } : {}),
      fingerprint: hexFromBytes(engine.sm3(bytesFromHex(publicKey))).slice(0, 16),
    },
  ];
}

/** Whether eight characters in a row of the input stand in what is told. */
function tellsPart(told: string, { input, inputEncoding, password = '' }: KeyVector): boolean {
  if (password !== '' && told.includes(password)) return true;
  const body = input.replace(/-----.*?-----/g, ' ');
  const texts = inputEncoding === 'base64' ? [body, hexFromBytes(bytesFromBase64(body))] : [body];
  return texts.some((text) =>
    Array.from({ length: Math.max(0, text.length - 7) }, (_, start) => text.slice(start, start + 8)).some(
      (part) => part.trim().length === 8 && told.includes(part),
    ),
  );
}

describe('keys.json through examineKey', () => {
  const free = new Map<number, Outcome>();
  const asSlot = new Map<number, Outcome>();
  const refusals = new Map<number, string | undefined>();
  beforeAll(async () => {
    for (const vector of all) {
      free.set(vector.tcId, await examined(vector));
      asSlot.set(vector.tcId, await examined(vector, slots[vector.kind]));
    }
    for (const { tcId, refusal } of await judgeKeys(engine, vectors)) refusals.set(tcId, refusal);
  });
  const of = (outcomes: ReadonlyMap<number, Outcome>, { tcId }: KeyVector): Outcome => {
    const outcome = outcomes.get(tcId);
    if (outcome === undefined) throw new Error(`vector ${tcId} was not examined`);
    return outcome;
  };

  const readable = all.filter(
    ({ result, tcId }) => result !== 'invalid' && tcId !== leadingZerosDropped && !(tcId in inOtherField),
  );
  it.each(readable.map((vector) => [vector.tcId, vector] as const))(
    '%i: is recognised without asking, and so for its slot',
    (_, vector) => {
      expect(reading(of(free, vector))).toEqual(expectedReading(vector));
      expect(reading(of(asSlot, vector))).toEqual(expectedReading(vector));
    },
  );

  const invalid = all.filter(({ result, tcId }) => result === 'invalid' && !(tcId in inOtherField));
  it.each(invalid.map((vector) => [vector.tcId, vector] as const))(
    '%i: is refused for its slot as its reader does, and without asking is no SM2 key',
    (tcId, vector) => {
      expect(reading(of(asSlot, vector))).toBe(refusals.get(tcId));
      const { keys = [] } = of(free, vector);
      expect(keys.filter(({ material }) => material.algorithm !== 'text')).toEqual([]);
    },
  );

  it('takes no broken structure for a text, and warns where a bare text is nearly a key', () => {
    const texts = all.filter((vector) => of(free, vector).keys?.[0]?.material.algorithm === 'text');
    const warned = texts.filter((vector) => of(free, vector).keys?.[0]?.found.findings[0]?.code === 'key.looksDamaged');
    expect(texts.map(({ tcId }) => tcId)).toEqual([95, 131, 132, 133, 135, 136, 137, 141, 142, 150, 154, 156]);
    expect(warned.map(({ tcId }) => tcId)).toEqual([95, 131, 132, 133, 135, 136, 137, 154, 156]);
  });

  it('gives a key in the wrong field as what it is, and refuses it for that field', () => {
    for (const vector of all.filter(({ tcId }) => tcId in inOtherField)) {
      expect(of(free, vector).keys?.map(({ material }) => material.algorithm)).toEqual([inOtherField[vector.tcId]]);
      expect(of(asSlot, vector).refusal?.code).toMatch(/^key\.(private|public)GivenAs(Public|Private)$/);
    }
  });

  it('tells the dates and the signature of certificates', () => {
    const codes = (tcId: number): readonly string[] =>
      (free.get(tcId)?.keys ?? []).flatMap(({ found }) => found.findings.map(({ code }) => code));
    expect([73, 77, 79].map(codes)).toEqual([[], ['certificate.expired'], ['certificate.signatureWrong']]);
    expect(free.get(78)?.keys?.[0]?.found.certificate?.subject).toMatch(/[\u4e00-\u9fff]/);
  });

  it('tells no part of a key or password', () => {
    for (const vector of all) {
      for (const { keys = [], refusal } of [of(free, vector), of(asSlot, vector)]) {
        const findings = keys.flatMap(({ found }) => found.findings);
        const told = JSON.stringify([refusal?.detail ?? [], findings]);
        expect([vector.tcId, tellsPart(told, vector)]).toEqual([vector.tcId, false]);
      }
    }
  });

  it('refuses every structure for a symmetric key', async () => {
    const structures = readable.filter(({ form }) => /^(sec1|pkcs8|encrypted|spki|x509|pkcs12)/.test(form));
    expect(structures.length).toBeGreaterThan(60);
    for (const vector of structures) {
      expect([vector.tcId, (await examined(vector, 'sm4')).refusal?.code]).toEqual([vector.tcId, 'key.notSymmetric']);
    }
  });
});

describe('other files through examineKey', () => {
  it('gives every key of a PKCS#12 file with its name and certificate', async () => {
    const { password } = bouncyCastle;
    for (const as of [{}, { as: 'sm2Private' } as const]) {
      const keys = await examineKey(bouncyCastle.twoKeys, { engine, now, password, ...as });
      expect(keys.map(({ material }) => 'privateKey' in material && material.privateKey)).toEqual([
        bouncyCastle.signingKey,
        bouncyCastle.encryptionKey,
      ]);
      expect(keys.map(({ found }) => [found.index, found.certificate?.keyUsage.map(({ zh }) => zh)])).toEqual([
        [0, ['数字签名', '抗抵赖']],
        [1, ['密钥加密', '数据加密']],
      ]);
      expect(keys.every(({ material }) => 'certificate' in material)).toBe(true);
    }
    const [named] = await examineKey(bytesFromBase64(bouncyCastle.oneKey), { engine, now, password });
    expect(named?.found.name).toBe('签名');
  });

  it('takes the certificate beside a private key when they are one pair, and says so when not', async () => {
    const [pair] = await examineKey(openSsl.certificate + openSsl.pemAes128, {
      engine,
      now,
      password: openSsl.password,
    });
    expect(pair?.found).toMatchObject({ algorithm: 'sm2Private', certificate: { subject: expect.any(String) } });
    expect(pair?.found.findings.map(({ code }) => code)).not.toContain('key.pairMismatch');
    const [other = ''] = all.filter(({ tcId }) => tcId === 17).map(({ input }) => input);
    const [mixed] = await examineKey(openSsl.certificate + other, { engine, now });
    expect(mixed?.found.certificate).toBeUndefined();
    expect(mixed?.found.findings.map(({ code }) => code)).toEqual(['key.pairMismatch']);
  });
});
