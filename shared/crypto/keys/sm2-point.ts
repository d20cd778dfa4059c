import type { Bilingual } from '../../bilingual.ts';
import { sm2Parameters } from '../sm2/curve-parameters.ts';
import { bigIntFromBytes } from './der.ts';
import { keyError } from './key-error.ts';

interface Curve {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
}

/** Curves of 256 bits whose points are handed over in place of SM2's: SEC 2 clauses 2.4.2 and 2.4.1. */
const otherCurves: ReadonlyArray<Curve & { readonly name: string }> = [
  {
    name: 'P-256',
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    a: 0xffffffff00000001000000000000000000000000fffffffffffffffffffffffcn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  {
    name: 'secp256k1',
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2fn,
    a: 0n,
    b: 7n,
  },
];

/**
 * A public key as 04‖X‖Y, from 04‖X‖Y, X‖Y, compressed 02/03‖X or hybrid 06/07‖X‖Y (GB/T 32918.1 clause 4.2.9).
 * Throws `key.length`, `key.prefix`, `key.infinity`, `key.coordinateRange`, `key.hybridParity`, `key.otherCurve`,
 * `key.offCurve`.
 */
export function sm2Point(bytes: Uint8Array): Uint8Array {
  const prefix = bytes.length === 64 ? 0x04 : bytes[0];
  if (bytes.length === 1 && prefix === 0) {
    throw keyError('key.infinity', {
      zh: '这是无穷远点，不能作为公钥。',
      en: 'This is the point at infinity, which is no public key.',
    });
  }
  if (bytes.length === 33 && (prefix === 0x02 || prefix === 0x03)) return decompressed(bytes.subarray(1), prefix & 1);
  if (bytes.length !== 64 && bytes.length !== 65) {
    if (bytes.length === 33) throw wrongPrefix(prefix, '02, 03');
    throw keyError('key.length', {
      zh: `公钥应为 65 字节（04‖X‖Y）、64 字节（X‖Y）或 33 字节（02/03‖X），这里是 ${bytes.length} 字节。`,
      en: `A public key has 65 bytes (04‖X‖Y), 64 bytes (X‖Y) or 33 bytes (02/03‖X); here are ${bytes.length}.`,
    });
  }
  if (prefix !== 0x04 && prefix !== 0x06 && prefix !== 0x07) throw wrongPrefix(prefix, '04, 06, 07');
  const coordinates = bytes.subarray(bytes.length - 64);
  const x = bigIntFromBytes(coordinates.subarray(0, 32));
  const y = bigIntFromBytes(coordinates.subarray(32));
  requireOnCurve(x, y, { hint: bytes.length === 64 && bytes[0] === 0x04 ? cutHint : { zh: '', en: '' } });
  if (prefix !== 0x04 && BigInt(prefix & 1) !== (y & 1n)) {
    throw keyError('key.hybridParity', {
      zh: `混合形式的前缀 0${prefix} 与 Y 的奇偶不符。`,
      en: `The prefix 0${prefix} of this hybrid point contradicts the parity of its Y.`,
    });
  }
  return joined(coordinates);
}

/** Throws `key.privateRange` unless `scalar`, 32 bytes, is in 1..n−2 (GB/T 32918.1 clause 6.1). */
export function requirePrivateKeyInRange(scalar: Uint8Array): void {
  const d = bigIntFromBytes(scalar);
  if (d >= 1n && d <= sm2Parameters.n - 2n) return;
  const found: Bilingual =
    d === 0n ? { zh: '私钥为 0', en: 'The private key is 0' } : { zh: '私钥过大', en: 'The private key is too large' };
  throw keyError('key.privateRange', {
    zh: `${found.zh}，应在 1 到 n−2 之间（n 为 SM2 曲线的阶）。`,
    en: `${found.en}; it must lie between 1 and n−2, where n is the order of the SM2 curve.`,
  });
}

/** One point in 256 has an X that begins with 04; a prefix in front of too few bytes is the likelier reason. */
const cutHint: Bilingual = {
  zh: '；64 字节且以 04 开头，也可能是 04‖X‖Y 少了最后一个字节',
  en: '; 64 bytes that begin with 04 may also be 04‖X‖Y without its last byte',
};

function requireOnCurve(x: bigint, y: bigint, { hint }: { readonly hint: Bilingual }): void {
  if (x < sm2Parameters.p && y < sm2Parameters.p && isOn(sm2Parameters, x, y)) return;
  const other = otherCurves.find((curve) => x < curve.p && y < curve.p && isOn(curve, x, y));
  if (other !== undefined) {
    throw keyError('key.otherCurve', {
      zh: `这是曲线 ${other.name} 上的点，不是 SM2（sm2p256v1）公钥。`,
      en: `This is a point of the curve ${other.name}, not an SM2 public key (sm2p256v1).`,
    });
  }
  requireCoordinate('X', x);
  requireCoordinate('Y', y);
  throw offCurve({
    zh: `坐标 X、Y 不满足 SM2 曲线方程：公钥抄错、被改动，或 X 与 Y 不属于同一把公钥${hint.zh}`,
    en: `X and Y do not satisfy the equation of the SM2 curve: the key was mistyped or changed, or X and Y are not of one key${hint.en}`,
  });
}

function decompressed(xBytes: Uint8Array, parity: number): Uint8Array {
  const { p, a, b } = sm2Parameters;
  const x = bigIntFromBytes(xBytes);
  requireCoordinate('X', x);
  const square = (x * x * x + a * x + b) % p;
  // p ≡ 3 mod 4, so a square's root is its power (p+1)/4.
  const root = powerModulo(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) {
    throw offCurve({
      zh: 'SM2 曲线上没有以此为 X 的点：压缩公钥抄错或被改动',
      en: 'No point of the SM2 curve has this X: the compressed key was mistyped or changed',
    });
  }
  const y = (root & 1n) === BigInt(parity) ? root : p - root;
  const coordinates = new Uint8Array(64);
  coordinates.set(xBytes);
  for (let index = 63, rest = y; index >= 32; index -= 1, rest >>= 8n) coordinates[index] = Number(rest & 0xffn);
  return joined(coordinates);
}

function joined(coordinates: Uint8Array): Uint8Array {
  const point = new Uint8Array(65);
  point[0] = 0x04;
  point.set(coordinates, 1);
  return point;
}

function isOn({ p, a, b }: Curve, x: bigint, y: bigint): boolean {
  return (y * y - x * x * x - a * x - b) % p === 0n;
}

function requireCoordinate(name: 'X' | 'Y', value: bigint): void {
  if (value < sm2Parameters.p) return;
  throw keyError('key.coordinateRange', {
    zh: `坐标 ${name} 不小于素数 p，不是规范的写法。`,
    en: `The coordinate ${name} is not below the prime p, as it must be.`,
  });
}

function offCurve(text: Bilingual): Error {
  return keyError('key.offCurve', { zh: `${text.zh}。`, en: `${text.en}.` });
}

function wrongPrefix(found: number | undefined, expected: string): Error {
  const hex = (found ?? 0).toString(16).padStart(2, '0');
  return keyError('key.prefix', {
    zh: `首字节是 ${hex}，应为 ${expected} 之一。`,
    en: `The first byte is ${hex}; it must be one of ${expected}.`,
  });
}

function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % modulus) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
  }
  return result;
}
