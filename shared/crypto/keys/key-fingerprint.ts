import type { KeyMaterial } from '../../model/key.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import type { CryptoEngine } from '../engine.ts';
import { symmetricReading } from './symmetric-reading.ts';

/** As `KeyDescription.fingerprint` has it: 16 lower hex digits, equal for both halves of an SM2 pair. */
export function keyFingerprint(material: KeyMaterial, { engine }: { readonly engine: CryptoEngine }): string {
  return hexFromBytes(engine.sm3(normalisedKey(material, engine)).subarray(0, 8));
}

function normalisedKey(material: KeyMaterial, engine: CryptoEngine): Uint8Array {
  switch (material.algorithm) {
    case 'sm2Private':
      return engine.sm2PublicKey(bytesFromHex(material.privateKey));
    case 'sm2Public':
      return bytesFromHex(material.publicKey);
    case 'text':
      return bytesFromUtf8(material.text);
    case 'sm4':
    case 'aes':
      return symmetricReading(material.text)?.bytes ?? bytesFromUtf8(material.text);
  }
}
