import type { Bilingual } from '../bilingual.ts';

/** Where and as whom calls of one platform are made. Names key slots; what fills them stays with the host. */
export interface Environment {
  readonly id: string;
  readonly platform: string;
  readonly title: Bilingual;
  readonly url: string;
  /** Values of header fields with the rule `environment` (`appCode`). */
  readonly values: Readonly<Record<string, string>>;
  readonly conventions: Readonly<Record<string, string>>;
  readonly keys: readonly KeyStatus[];
  /** Ships with the program: cannot be changed or removed. */
  readonly isSample: boolean;
}

export interface KeyStatus {
  readonly slot: string;
  /**
   * `sample`: a key that ships with the sample workspace. `session`: entered, held until the host stops. `vault`: a key
   * of the vault. `locked`: the same, and the vault is locked. `unreadable`: nobody knows, the vault is damaged.
   */
  readonly filledBy: 'sample' | 'session' | 'vault' | 'locked' | 'unreadable' | 'nothing';
}
