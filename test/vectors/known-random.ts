import type { RandomBytes } from '../../shared/crypto/engine.ts';

export interface KnownRandom {
  readonly randomBytes: RandomBytes;
  readonly draws: () => number;
}

/** A source that gives `first` at the first draw and real randomness from then on. */
export function knownRandom(first: Uint8Array, behind: RandomBytes): KnownRandom {
  let draws = 0;
  return {
    randomBytes(length) {
      draws += 1;
      return draws === 1 ? first : behind(length);
    },
    draws: () => draws,
  };
}
