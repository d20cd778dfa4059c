import { recentlyMade } from '../recently-made.ts';
import { sm2Parameters } from './curve-parameters.ts';
import { scalars, Sm2Point } from './curve.ts';
import { readPrivateKey } from './private-key.ts';

/** A private key with what is derived from it and costs more than a signature itself. */
export interface Sm2KeyPair {
  readonly d: bigint;
  /** 04‖X‖Y. */
  readonly publicKey: Uint8Array;
  /** (1+d)⁻¹ modulo n. */
  readonly inverse: bigint;
}

/** The keys of a workbench: a caller's and a provider's, of two environments. */
const remembered = 4;

/** Derives key pairs from private keys and remembers the last few, in memory only. Throws as `readPrivateKey`. */
export function createKeyPairs(): (privateKey: Uint8Array) => Sm2KeyPair {
  return recentlyMade({ size: remembered, make: derive });
}

function derive(privateKey: Uint8Array): Sm2KeyPair {
  const d = readPrivateKey(privateKey);
  return {
    d,
    publicKey: Sm2Point.BASE.multiply(d).toBytes(false),
    inverse: scalars.inv((1n + d) % sm2Parameters.n),
  };
}
