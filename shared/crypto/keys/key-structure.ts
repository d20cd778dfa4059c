import type { Bilingual } from '../../bilingual.ts';
import { derChildren, derFields, derOutline, derTag, derBitString, derInteger, readDer } from './der.ts';
import type { DerElement } from './der.ts';
import { requireSm2Algorithm, requireSm2Curve, otherAlgorithm } from './key-algorithm.ts';
import { keyError } from './key-error.ts';

/** What the bytes of a key are, told by their length or by their outline in DER. */
export type KeyStructure =
  | { readonly kind: 'd'; readonly scalar: Uint8Array }
  | { readonly kind: 'point'; readonly point: Uint8Array }
  | { readonly kind: 'pkcs12'; readonly file: Uint8Array }
  | { readonly kind: DerStructureKind; readonly element: DerElement };

type DerStructureKind = 'sec1' | 'pkcs8' | 'encrypted-pkcs8' | 'spki' | 'x509';

/** The number d and, where the structure holds it, the public key as written there. */
export interface PrivateKeyNumbers {
  readonly scalar: Uint8Array;
  readonly point: Uint8Array | undefined;
}

const outlines: ReadonlyArray<readonly [RegExp, DerStructureKind]> = [
  [/^02 04( a0)?( a1)?$/, 'sec1'],
  [/^02 30 04( a0)?( 81| a1)?$/, 'pkcs8'],
  [/^30 04$/, 'encrypted-pkcs8'],
  [/^30 03$/, 'spki'],
];

/** What is handed over in place of a key, by outline. */
const otherStructures: ReadonlyArray<readonly [RegExp, Bilingual]> = [
  [/^06 a0$/, { zh: 'PKCS#7 结构（p7b、信封或签名数据）', en: 'a PKCS#7 structure (p7b, enveloped or signed data)' }],
  [/^02 02 04 04$/, { zh: 'SM2 密文', en: 'an SM2 ciphertext' }],
  [/^02 02$/, { zh: 'SM2 签名或 RSA 公钥（PKCS#1）', en: 'an SM2 signature or an RSA public key (PKCS#1)' }],
];

/** Beginnings of files that are no ASN.1. */
const otherFiles: ReadonlyArray<readonly [string, Bilingual]> = [
  ['\u00fe\u00ed\u00fe\u00ed', { zh: 'Java 密钥库（JKS）', en: 'a Java key store (JKS)' }],
  ['openssh-key-v1', { zh: 'OpenSSH 密钥', en: 'an OpenSSH key' }],
];

/**
 * Throws `key.der` for a broken structure, `key.otherAlgorithm` for an RSA key in its own form, `key.structure` for
 * something that is no key, `key.encodedTwice`, and `key.length` for a bare number or point of another length.
 */
export function keyStructure(bytes: Uint8Array): KeyStructure {
  const bare = bareStructure(bytes);
  if (bare !== undefined) return bare;
  if (isPkcs12(bytes)) return { kind: 'pkcs12', file: bytes };
  if (bytes[0] === derTag.sequence) return derStructure(readDer(bytes));
  const file = otherFiles.find(([start]) => String.fromCharCode(...bytes.subarray(0, start.length)) === start);
  if (file !== undefined) throw notAKey(file[1]);
  if (isHexText(bytes)) {
    throw keyError('key.encodedTwice', {
      zh: '这是十六进制文本的 Base64：密钥被编码了两次。解开 Base64 后再粘贴里面的十六进制。',
      en: 'This is Base64 of hex text: the key was encoded twice. Decode the Base64 and paste the hex inside.',
    });
  }
  throw keyError('key.length', {
    zh: `内容有 ${bytes.length} 字节。${likelyName(bytes.length).zh}SM2 私钥为 32 字节，公钥为 65、64 或 33 字节。`,
    en: `There are ${bytes.length} bytes. ${likelyName(bytes.length).en}An SM2 private key has 32, a public key 65, 64 or 33.`,
  });
}

/** ECPrivateKey (RFC 5915). Throws `key.der`, `key.otherCurve`, `key.length`. */
export function sec1Numbers(element: DerElement): PrivateKeyNumbers {
  const fields = derFields(element);
  requireVersion(fields.next(derTag.integer), [1n]);
  const scalar = fields.next(derTag.octetString).content;
  const parameters = fields.optional(0xa0);
  if (parameters !== undefined) requireSm2Curve(readDer(parameters.content), 'private');
  const publicKey = fields.optional(0xa1);
  fields.end();
  return {
    scalar: padded(scalar),
    point: publicKey === undefined ? undefined : derBitString(readDer(publicKey.content)),
  };
}

/** PrivateKeyInfo (RFC 5208) and OneAsymmetricKey (RFC 5958). Throws as `sec1Numbers`, and `key.otherAlgorithm`. */
export function pkcs8Numbers(element: DerElement): PrivateKeyNumbers {
  const fields = derFields(element);
  requireVersion(fields.next(derTag.integer), [0n, 1n]);
  requireSm2Algorithm(fields.next(derTag.sequence), 'private');
  return sec1Numbers(readDer(fields.next(derTag.octetString).content));
}

/** The point in SubjectPublicKeyInfo (RFC 5280 clause 4.1), as written there. */
export function spkiPoint(element: DerElement, holder: 'public' | 'certificate'): Uint8Array {
  const fields = derFields(element);
  requireSm2Algorithm(fields.next(derTag.sequence), holder);
  const point = derBitString(fields.next(derTag.bitString));
  fields.end();
  return point;
}

function bareStructure(bytes: Uint8Array): KeyStructure | undefined {
  const [prefix] = bytes;
  if (bytes.length === 32) return { kind: 'd', scalar: bytes };
  if (bytes.length === 33 && prefix === 0) return { kind: 'd', scalar: bytes.subarray(1) };
  if (bytes.length === 33 || bytes.length === 65) return { kind: 'point', point: bytes };
  if (bytes.length === 64 && !isHexText(bytes)) return { kind: 'point', point: bytes };
  if (bytes.length === 1 && prefix === 0) return { kind: 'point', point: bytes };
  return undefined;
}

/** SEQUENCE {INTEGER 3, SEQUENCE …} begins a PFX and nothing else; it may be BER, which `readDer` refuses. */
function isPkcs12(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes;
  const header = length > 0x80 ? 2 + (length & 0x7f) : 2;
  const start = [derTag.integer, 1, 3, derTag.sequence];
  return tag === derTag.sequence && start.every((byte, index) => bytes[header + index] === byte);
}

function derStructure(element: DerElement): KeyStructure {
  const outline = derOutline(element);
  const known = outlines.find(([pattern]) => pattern.test(outline));
  if (known !== undefined) return { kind: known[1], element };
  if (outline === '30 30 03') return signedStructure(element);
  if (/^02( 02){8}( 30)?$/.test(outline)) throw otherAlgorithm({ zh: 'RSA', en: 'an RSA' }, 'private');
  const name = otherStructures.find(([pattern]) => pattern.test(outline))?.[1];
  throw notAKey(name ?? { zh: '一个不认识的 ASN.1 结构', en: 'an ASN.1 structure that is not known here' });
}

/** Certificate, certificate request and revocation list share SEQUENCE {what is signed, algorithm, signature}. */
function signedStructure(element: DerElement): KeyStructure {
  const [signed] = derChildren(element);
  const outline = signed === undefined ? '' : derOutline(signed);
  if (/^(a0 )?02 30 30 30 30 30/.test(outline)) return { kind: 'x509', element };
  if (/^02 30 30( a0)?$/.test(outline)) {
    throw notAKey({ zh: '证书请求（CSR），不是证书', en: 'a certificate request (CSR), not a certificate' });
  }
  throw notAKey({
    zh: '一个签名过的结构（例如证书吊销列表）',
    en: 'a signed structure (a revocation list, for instance)',
  });
}

function notAKey(name: Bilingual): Error {
  return keyError('key.structure', {
    zh: `这是${name.zh}，里面没有可用的 SM2 密钥。`,
    en: `This is ${name.en}; it holds no SM2 key that could be used.`,
  });
}

function requireVersion(element: DerElement, expected: readonly bigint[]): void {
  const version = derInteger(element);
  if (expected.includes(version)) return;
  throw keyError('key.structure', {
    zh: `密钥结构的版本号为 ${version}，应为 ${expected.join(' 或 ')}。`,
    en: `The key structure has version ${version}; it must be ${expected.join(' or ')}.`,
  });
}

/** RFC 5915 demands 32 bytes; programs that write a number drop leading zeros or put one in front. */
function padded(scalar: Uint8Array): Uint8Array {
  const number = scalar.length === 33 && scalar[0] === 0 ? scalar.subarray(1) : scalar;
  if (number.length === 0 || number.length > 32) {
    throw keyError('key.length', {
      zh: `结构中的私钥有 ${scalar.length} 字节，应为 32 字节。`,
      en: `The private key in the structure has ${scalar.length} bytes; it must have 32.`,
    });
  }
  const bytes = new Uint8Array(32);
  bytes.set(number, 32 - number.length);
  return bytes;
}

function isHexText(bytes: Uint8Array): boolean {
  return bytes.length >= 64 && bytes.every((byte) => /[0-9a-fA-F]/.test(String.fromCharCode(byte)));
}

function likelyName(length: number): Bilingual {
  if (length === 16) return { zh: '16 字节像是 SM4 或 AES 密钥。', en: '16 bytes look like an SM4 or AES key. ' };
  if (length > 20 && length < 32) {
    return {
      zh: `少 ${32 - length} 字节：如果程序省略了私钥开头的 0，请在前面补 ${(32 - length) * 2} 个 0。`,
      en: `${32 - length} bytes are missing: if a program dropped leading zeros of a private key, put ${(32 - length) * 2} zeros in front. `,
    };
  }
  return { zh: '', en: '' };
}
