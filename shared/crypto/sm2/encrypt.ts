import { HufuError } from '../../hufu-error.ts';
import type { RandomBytes } from '../engine.ts';
import { createSm3 } from '../sm3/sm3.ts';
import type { Sm2Ciphertext } from './cipher-layout.ts';
import { Sm2Point, type CurvePoint } from './curve.ts';
import { keyStream } from './key-stream.ts';
import { withRandomScalar } from './random-scalar.ts';

/** GB/T 32918.4-2016 clause 6.1. Throws `sm2.emptyMessage`. */
export function encryptMessage(publicKey: CurvePoint, plaintext: Uint8Array, randomBytes: RandomBytes): Sm2Ciphertext {
  requireMessage(plaintext);
  return withRandomScalar(randomBytes, (k) => {
    const shared = coordinates(publicKey.multiply(k));
    const c2 = keyStream(shared, plaintext.length);
    // Step A5: with a mask of zeros the message would stand in the ciphertext.
    if (c2.every((byte) => byte === 0)) return undefined;
    addTo(c2, plaintext);
    return { c1: coordinates(Sm2Point.BASE.multiply(k)), c2, c3: checkDigest(shared, plaintext) };
  });
}

/** Throws `sm2.emptyMessage`: of no bytes the mask is no bytes, and C3 alone would be the ciphertext. */
export function requireMessage(plaintext: Uint8Array): void {
  if (plaintext.length > 0) return;
  throw new HufuError({
    code: 'sm2.emptyMessage',
    text: { zh: 'SM2 不能加密空的内容。', en: 'SM2 cannot encrypt an empty message.' },
  });
}

/** X‖Y, 64 bytes. */
export function coordinates(point: CurvePoint): Uint8Array {
  return point.toBytes(false).subarray(1);
}

/** C3 = SM3(x2‖M‖y2). */
export function checkDigest(shared: Uint8Array, message: Uint8Array): Uint8Array {
  return createSm3().update(shared.subarray(0, 32)).update(message).update(shared.subarray(32)).digest();
}

export function addTo(target: Uint8Array, bytes: Uint8Array): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) ^ (bytes[index] ?? 0);
}
