import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
const sampleKeys: Readonly<Record<string, string>> = {
  sm4Key: '1234567890123456',
  secret: 'hufu-sample-secret',
  callerPrivateKey: '0b1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb',
  providerPrivateKey: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
};

/** The sample keys with the public halves of the two key pairs. */
export function withPublicKeys(engine: CryptoEngine): Readonly<Record<string, string>> {
  const publicKey = (slot: string) => hexFromBytes(engine.sm2PublicKey(bytesFromHex(sampleKeys[slot] ?? '')));
  return {
    ...sampleKeys,
    callerPublicKey: publicKey('callerPrivateKey'),
    providerPublicKey: publicKey('providerPrivateKey'),
  };
}
