import { HufuError } from '../../hufu-error.ts';
import { equalBytes } from '../equal-bytes.ts';
import type { Sm2Ciphertext } from './cipher-layout.ts';
import { Sm2Point, type CurvePoint } from './curve.ts';
import { addTo, checkDigest, coordinates } from './encrypt.ts';
import { keyStream } from './key-stream.ts';

/** GB/T 32918.4-2016 clause 7.1 with d in range. Throws `sm2.ciphertextPoint` and `sm2.ciphertextCheck`. */
export function decryptMessage(d: bigint, { c1, c2, c3 }: Sm2Ciphertext): Uint8Array {
  const shared = coordinates(readC1(c1).multiply(d));
  const message = keyStream(shared, c2.length);
  const maskIsZero = message.every((byte) => byte === 0);
  addTo(message, c2);
  // Step B4: a mask of zeros is an error even though C3 would fit.
  if (maskIsZero || !equalBytes(checkDigest(shared, message), c3)) {
    throw wrongCheck();
  }
  return message;
}

/** What C1, 64 bytes, says. Step B1: with a point of another curve the answer would tell bits of the key. */
export function readC1(c1: Uint8Array): CurvePoint {
  const encoded = new Uint8Array(65);
  encoded[0] = 4;
  encoded.set(c1, 1);
  try {
    return Sm2Point.fromBytes(encoded);
  } catch {
    throw new HufuError({
      code: 'sm2.ciphertextPoint',
      text: {
        zh: 'SM2 密文的 C1 不是曲线上的点：前缀 04 的约定与对方不一致，编码不对，或密文被改动。',
        en: 'C1 of the SM2 ciphertext is no point of the curve: the prefix 04 is handled differently, the encoding is another, or it was changed.',
      },
    });
  }
}

export function wrongCheck(): HufuError {
  return new HufuError({
    code: 'sm2.ciphertextCheck',
    text: {
      zh: 'SM2 解密校验（C3）不通过：私钥与加密用的公钥不是一对，C1C3C2 与 C1C2C3 次序弄反，或密文被改动。',
      en: 'The SM2 check (C3) fails: the private key does not belong to the public key used, C1C3C2 and C1C2C3 are mixed up, or the ciphertext was changed.',
    },
  });
}
