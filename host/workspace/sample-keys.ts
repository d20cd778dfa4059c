import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { sampleKeys } from './sample-workspace.ts';

/** The sample keys with the public halves of the two key pairs. */
export function withPublicKeys(engine: CryptoEngine): Readonly<Record<string, string>> {
  const publicKey = (slot: string) => hexFromBytes(engine.sm2PublicKey(bytesFromHex(sampleKeys[slot] ?? '')));
  return {
    ...sampleKeys,
    callerPublicKey: publicKey('callerPrivateKey'),
    providerPublicKey: publicKey('providerPrivateKey'),
  };
}
