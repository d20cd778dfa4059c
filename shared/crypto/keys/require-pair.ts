import { equalBytes } from '../equal-bytes.ts';
import type { CryptoEngine } from '../engine.ts';
import { keyError } from './key-error.ts';
import { sm2Point } from './sm2-point.ts';

/** Throws `key.pairMismatch` unless the two are one pair, and what `sm2Point` throws. Private 32 bytes, public in any bare form. */
export function requirePair(pair: {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly engine: CryptoEngine;
}): void {
  const derived = sm2Point(pair.engine.sm2PublicKey(pair.privateKey));
  if (equalBytes(derived, sm2Point(pair.publicKey))) return;
  throw keyError('key.pairMismatch', {
    zh: '私钥与公钥不是一对：由私钥算出的公钥与所给的公钥不同。',
    en: 'Private and public key are not a pair: the public key computed from the private one differs from the one given.',
  });
}
