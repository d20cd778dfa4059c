import type { FoundKey, KeyMaterial } from '../../model/key.ts';

/** A key that was found in an input, and what may be told about it. */
export interface ExaminedKey {
  readonly material: KeyMaterial;
  readonly found: FoundKey;
}
