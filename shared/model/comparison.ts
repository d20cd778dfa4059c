import type { Bilingual } from '../bilingual.ts';

/** Two calls side by side: what differs, in words and as texts for a diff editor. */
export interface Comparison {
  /** One sentence each, the most telling first; one that says so when nothing differs. */
  readonly summary: readonly Bilingual[];
  readonly texts: readonly ComparedText[];
}

export interface ComparedText {
  readonly what: 'stringToSign' | 'header' | 'plaintext' | 'wire' | 'answer';
  /** Laid out for reading: a pair or member a line. Null where a call has no such text. */
  readonly left: string | null;
  readonly right: string | null;
  readonly same: boolean;
  /** Names of the pairs, fields or members (JSON Pointers) that differ. */
  readonly differing: readonly string[];
}
