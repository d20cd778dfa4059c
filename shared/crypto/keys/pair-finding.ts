import type { Finding } from '../../finding.ts';
import { findingFrom } from '../../finding.ts';
import type { CryptoEngine } from '../engine.ts';
import { requirePair } from './require-pair.ts';

/** `key.pairMismatch`, an error, unless the two are one pair. Private 32 bytes, public 04‖X‖Y. */
export function pairFinding(pair: {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly engine: CryptoEngine;
}): Finding | undefined {
  try {
    requirePair(pair);
    return undefined;
  } catch (error) {
    return findingFrom(error, {});
  }
}
