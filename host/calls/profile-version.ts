import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { bytesFromUtf8 } from '../../shared/crypto/encodings/utf8.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { Profile } from '../../shared/profile/profile.ts';

const known = new WeakMap<Profile, string>();

/** The standard and the first 8 bytes, in hex, of SM3 over the profile: two calls with the same one were made by the same rules. */
export function profileVersion(profile: Profile, engine: Pick<CryptoEngine, 'sm3'>): string {
  const version =
    known.get(profile) ??
    `${profile.standard} ${hexFromBytes(engine.sm3(bytesFromUtf8(JSON.stringify(profile))).subarray(0, 8))}`;
  known.set(profile, version);
  return version;
}
