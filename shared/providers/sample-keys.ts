import { bytesFromHex, hexFromBytes } from '../crypto/encodings/hex.ts';
import type { CryptoEngine } from '../crypto/engine.ts';
import type { Profile } from '../profile/profile.ts';

interface SampleKeys {
  readonly profile: Pick<Profile, 'keySlots'>;
  readonly keys: Readonly<Record<string, string>>;
}

/** Sample keys with the public halves of their SM2 pairs. */
export function sampleKeys(
  { profile, keys }: SampleKeys,
  engine: Pick<CryptoEngine, 'sm2PublicKey'>,
): Readonly<Record<string, string>> {
  const halves = profile.keySlots.flatMap(({ name, pairedWith = '' }) => {
    const privateHalf = keys[pairedWith];
    return privateHalf === undefined
      ? []
      : [[name, hexFromBytes(engine.sm2PublicKey(bytesFromHex(privateHalf)))] as const];
  });
  return { ...keys, ...Object.fromEntries(halves) };
}
