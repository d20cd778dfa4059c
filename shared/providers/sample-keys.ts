import { bytesFromHex, hexFromBytes } from '../crypto/encodings/hex.ts';
import type { CryptoEngine } from '../crypto/engine.ts';

/** Sample keys with the public halves of their SM2 pairs. */
export function sampleKeys(
  keys: Readonly<Record<string, string>>,
  engine: Pick<CryptoEngine, 'sm2PublicKey'>,
): Readonly<Record<string, string>> {
  const halves = Object.entries(keys).flatMap(([slot, text]) =>
    slot.endsWith('PrivateKey')
      ? [[slot.replace(/PrivateKey$/, 'PublicKey'), hexFromBytes(engine.sm2PublicKey(bytesFromHex(text)))]]
      : [],
  );
  return { ...keys, ...Object.fromEntries(halves) };
}
