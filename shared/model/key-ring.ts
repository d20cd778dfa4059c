import type { Finding } from '../finding.ts';
import type { KeyDescription } from './key.ts';

/** All keys in the vault and what they fill. */
export interface KeyRing {
  readonly keys: readonly KeySummary[];
  readonly environments: readonly EnvironmentKeys[];
}

export interface KeySummary extends KeyDescription {
  readonly id: string;
  /** The name the user gave it. */
  readonly label: string;
  readonly origin: 'imported' | 'generated';
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number;
  readonly lastUsedAt?: number;
  /** The slots that it fills or filled. Empty: it serves nothing. */
  readonly uses: readonly KeyUse[];
  readonly findings: readonly Finding[];
}

export interface KeyUse {
  readonly environment: string;
  readonly slot: string;
  /**
   * `active`: used for calls. `former`: a newer version took its place. `retired`: taken out of use by hand. Both of the
   * latter still open what was made with them.
   */
  readonly state: 'active' | 'former' | 'retired';
  /** Since when it fills the slot, milliseconds since 1970 UTC. */
  readonly since: number;
}

export interface EnvironmentKeys {
  readonly environment: string;
  /** Origins (`https://api.example`) that the environment's keys may be used toward; 127.0.0.1 at any port counts as one. */
  readonly origins: readonly string[];
  readonly slots: readonly SlotKeys[];
}

export interface SlotKeys {
  readonly slot: string;
  /** Ids of keys, the newest first. The first that is not retired is the active one. */
  readonly versions: readonly string[];
  /** What is wrong with how the slot is filled: pair that does not match, reading that differs from the convention. */
  readonly findings: readonly Finding[];
}
