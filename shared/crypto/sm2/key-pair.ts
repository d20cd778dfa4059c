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

/** Keys of one workbench: a caller's and a provider's, twice. */
const remembered = 4;

/**
 * Derives key pairs and remembers the last few of them, in memory only. Throws as `readPrivateKey`.
 */
export function createKeyPairs(): (privateKey: Uint8Array) => Sm2KeyPair {
  const pairs: Sm2KeyPair[] = [];
  return (privateKey) => {
    const d = readPrivateKey(privateKey);
    const index = pairs.findIndex((pair) => pair.d === d);
    const pair = pairs.splice(index, index < 0 ? 0 : 1)[0] ?? derive(d);
    pairs.unshift(pair);
    pairs.length = Math.min(pairs.length, remembered);
    return pair;
  };
}

function derive(d: bigint): Sm2KeyPair {
  return {
    d,
    publicKey: Sm2Point.BASE.multiply(d).toBytes(false),
    inverse: scalars.inv((1n + d) % sm2Parameters.n),
  };
}
