import { HufuError } from '../../hufu-error.ts';
import { createSm3 } from '../sm3/sm3.ts';
import { bytesFromInteger } from './big-integer.ts';
import { sm2Parameters } from './curve-parameters.ts';

/** The number of bits must fit into two bytes. */
const longestUserId = 8191;

/** a, b, xG and yG, which stand in every Z. */
const curveBytes = [sm2Parameters.a, sm2Parameters.b, sm2Parameters.Gx, sm2Parameters.Gy].map(bytesFromInteger);

/** Throws `sm2.userIdLength`. */
export function requireUserId(userId: Uint8Array): void {
  if (userId.length <= longestUserId) return;
  throw new HufuError({
    code: 'sm2.userIdLength',
    text: {
      zh: `SM2 用户标识最多 ${longestUserId} 字节，实际 ${userId.length} 字节。`,
      en: `An SM2 user identifier has at most ${longestUserId} bytes and this has ${userId.length}.`,
    },
  });
}

/**
 * Z (GB/T 32918.2-2016 clause 5.5), 32 bytes, of a user identifier and a public key `04‖X‖Y`.
 * Throws `sm2.userIdLength`.
 */
export function userDigest(userId: Uint8Array, publicKey: Uint8Array): Uint8Array {
  requireUserId(userId);
  const bits = userId.length * 8;
  const hash = createSm3()
    .update(Uint8Array.of(bits >> 8, bits & 0xff))
    .update(userId);
  for (const bytes of curveBytes) hash.update(bytes);
  return hash.update(publicKey.subarray(1)).digest();
}

/** e = SM3(Z‖M), clause 6.1 steps A1 and A2. */
export function messageDigest(z: Uint8Array, message: Uint8Array): Uint8Array {
  return createSm3().update(z).update(message).digest();
}
