import type { Bilingual } from '../../bilingual.ts';
import { sm2Parameters } from '../sm2/curve-parameters.ts';
import {
  bigIntFromBytes,
  derBitString,
  derChildren,
  derFields,
  derInteger,
  derObjectIdentifier,
  derTag,
} from './der.ts';
import type { DerElement } from './der.ts';
import { keyError } from './key-error.ts';

/** What the algorithm belongs to, for the sentence that says so: 私钥, private key. */
export type KeyHolder = 'private' | 'public' | 'certificate';

const holderNames: Readonly<Record<KeyHolder, { readonly zh: string; readonly en: string }>> = {
  private: { zh: '私钥', en: 'private key' },
  public: { zh: '公钥', en: 'public key' },
  certificate: { zh: '公钥的证书', en: 'public key in a certificate' },
};

const ecPublicKey = '1.2.840.10045.2.1';
const primeField = '1.2.840.10045.1.1';

/** GM/T 0006: the curve sm2p256v1, which some programs write as the algorithm itself. */
const sm2 = '1.2.156.10197.1.301';

const algorithmNames: Readonly<Record<string, Bilingual>> = {
  '1.2.840.113549.1.1.1': { zh: 'RSA', en: 'an RSA' },
  '1.2.840.113549.1.1.10': { zh: 'RSA-PSS', en: 'an RSA-PSS' },
  '1.2.840.10040.4.1': { zh: 'DSA', en: 'a DSA' },
  '1.2.840.113549.1.3.1': { zh: 'DH', en: 'a DH' },
  '1.3.101.110': { zh: 'X25519', en: 'an X25519' },
  '1.3.101.111': { zh: 'X448', en: 'an X448' },
  '1.3.101.112': { zh: 'Ed25519', en: 'an Ed25519' },
  '1.3.101.113': { zh: 'Ed448', en: 'an Ed448' },
  '1.2.156.10197.1.302': { zh: 'SM9', en: 'an SM9' },
};

const curveNames: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.10': 'secp256k1',
  '1.3.132.0.33': 'P-224',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
};

/** Throws `key.otherAlgorithm` or `key.otherCurve` unless an AlgorithmIdentifier (RFC 5480) says SM2. */
export function requireSm2Algorithm(identifier: DerElement, holder: KeyHolder): void {
  const fields = derFields(identifier);
  const algorithm = derObjectIdentifier(fields.next(derTag.objectIdentifier));
  if (algorithm === sm2) return;
  if (algorithm !== ecPublicKey) throw otherAlgorithm(algorithmNames[algorithm] ?? unknownAlgorithm(algorithm), holder);
  const [, parameters] = derChildren(identifier);
  if (parameters !== undefined) requireSm2Curve(parameters, holder);
}

/** Throws `key.otherCurve` unless ECParameters name sm2p256v1 or give exactly its numbers. */
export function requireSm2Curve(parameters: DerElement, holder: KeyHolder): void {
  if (parameters.tag === derTag.sequence) {
    if (isExplicitSm2(parameters)) return;
    throw otherCurve({ zh: '一条写明参数的其他曲线', en: 'another curve, given by its numbers' }, holder);
  }
  const curve = derObjectIdentifier(parameters);
  if (curve !== sm2) {
    const name = curveNames[curve];
    throw otherCurve(
      name === undefined
        ? { zh: `对象标识符 ${curve} 的曲线`, en: `the curve with object identifier ${curve}` }
        : { zh: `曲线 ${name}`, en: `the curve ${name}` },
      holder,
    );
  }
}

export function otherAlgorithm(name: Bilingual, holder: KeyHolder): Error {
  return keyError('key.otherAlgorithm', {
    zh: `这是 ${name.zh} ${holderNames[holder].zh}，不是 SM2 密钥。`,
    en: `This is ${name.en} ${holderNames[holder].en}, not an SM2 key.`,
  });
}

function otherCurve(curve: Bilingual, holder: KeyHolder): Error {
  return keyError('key.otherCurve', {
    zh: `这是 ${curve.zh} 的${holderNames[holder].zh}，不是 SM2（sm2p256v1）密钥。`,
    en: `This is a ${holderNames[holder].en} of ${curve.en}, not an SM2 key (sm2p256v1).`,
  });
}

function unknownAlgorithm(identifier: string): Bilingual {
  return { zh: `对象标识符 ${identifier} 的算法的`, en: `a key of the algorithm ${identifier}: a` };
}

/**
 * SpecifiedECDomain (SEC 1 clause C.2). Every number is compared, the generator too: a key under another generator is
 * another key (the forgery of CVE-2020-0601).
 */
function isExplicitSm2(parameters: DerElement): boolean {
  const fields = derFields(parameters);
  if (derInteger(fields.next(derTag.integer)) < 1n) return false;
  const field = derFields(fields.next(derTag.sequence));
  if (derObjectIdentifier(field.next(derTag.objectIdentifier)) !== primeField) return false;
  const p = derInteger(field.next(derTag.integer));
  const coefficients = derFields(fields.next(derTag.sequence));
  const a = bigIntFromBytes(coefficients.next(derTag.octetString).content);
  const b = bigIntFromBytes(coefficients.next(derTag.octetString).content);
  const seed = coefficients.optional(derTag.bitString);
  if (seed !== undefined) derBitString(seed);
  const generator = fields.next(derTag.octetString).content;
  const order = derInteger(fields.next(derTag.integer));
  const cofactor = fields.optional(derTag.integer);
  return (
    p === sm2Parameters.p &&
    a === sm2Parameters.a &&
    b === sm2Parameters.b &&
    isGenerator(generator) &&
    order === sm2Parameters.n &&
    (cofactor === undefined || derInteger(cofactor) === 1n)
  );
}

/** 04‖X‖Y, or 02/03‖X, of which Y's parity is even for SM2's generator. */
function isGenerator(point: Uint8Array): boolean {
  const x = bigIntFromBytes(point.subarray(1, 33));
  if (x !== sm2Parameters.Gx) return false;
  if (point.length === 33) return point[0] === 0x02 + Number(sm2Parameters.Gy & 1n);
  return point.length === 65 && point[0] === 0x04 && bigIntFromBytes(point.subarray(33)) === sm2Parameters.Gy;
}
