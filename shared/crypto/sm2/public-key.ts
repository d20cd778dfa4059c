import { HufuError } from '../../hufu-error.ts';
import { Sm2Point, type CurvePoint } from './curve.ts';

/**
 * A point from 04‖X‖Y, X‖Y or compressed 02/03‖X (GB/T 32918.1-2016 clause 4.2.9).
 * Throws `sm2.publicKeyForm` and `sm2.publicKeyPoint`.
 */
export function readPublicKey(publicKey: Uint8Array): CurvePoint {
  const encoded = withPrefix(publicKey);
  try {
    return Sm2Point.fromBytes(encoded);
  } catch {
    throw new HufuError({
      code: 'sm2.publicKeyPoint',
      text: {
        zh: 'SM2 公钥不是曲线 sm2p256v1 上的点：抄错、被改动，或属于另一条曲线。',
        en: 'The SM2 public key is no point of the curve sm2p256v1: mistyped, changed, or of another curve.',
      },
    });
  }
}

function withPrefix(publicKey: Uint8Array): Uint8Array {
  const [prefix] = publicKey;
  if (publicKey.length === 64) {
    const encoded = new Uint8Array(65);
    encoded[0] = 4;
    encoded.set(publicKey, 1);
    return encoded;
  }
  if (publicKey.length === 65 && prefix === 4) return publicKey;
  if (publicKey.length === 33 && (prefix === 2 || prefix === 3)) return publicKey;
  throw new HufuError({
    code: 'sm2.publicKeyForm',
    text: {
      zh: `SM2 公钥应为 65 字节（04‖X‖Y）、64 字节（X‖Y）或 33 字节（02/03‖X）；实际 ${publicKey.length} 字节${publicKey.length === 32 ? '，像是私钥' : ''}。`,
      en: `An SM2 public key is 65 bytes (04‖X‖Y), 64 bytes (X‖Y) or 33 bytes (02/03‖X); this is ${publicKey.length} bytes${publicKey.length === 32 ? ' and may be a private key' : ', or its first byte is another'}.`,
    },
  });
}
