import { HufuError } from '../../hufu-error.ts';
import { integerFromBytes } from './big-integer.ts';
import { sm2Parameters } from './curve-parameters.ts';

/**
 * d of 32 bytes, in 1..n−2 (GB/T 32918.1-2016 clause 6.1: with n−1 signing would divide by zero).
 * Throws `sm2.privateKeyLength` and `sm2.privateKeyRange`.
 */
export function readPrivateKey(privateKey: Uint8Array): bigint {
  if (privateKey.length !== 32) {
    throw new HufuError({
      code: 'sm2.privateKeyLength',
      text: {
        zh: `SM2 私钥应为 32 字节，实际 ${privateKey.length} 字节。`,
        en: `An SM2 private key has 32 bytes and this has ${privateKey.length}.`,
      },
    });
  }
  const d = integerFromBytes(privateKey);
  if (d < 1n || d > sm2Parameters.n - 2n) {
    throw new HufuError({
      code: 'sm2.privateKeyRange',
      text: {
        zh: 'SM2 私钥应在 1 到 n−2 之间（n 为曲线的阶），这个值不在其中。',
        en: 'An SM2 private key lies between 1 and n−2, n being the order of the curve, and this value does not.',
      },
    });
  }
  return d;
}
