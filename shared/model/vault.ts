import type { Bilingual } from '../bilingual.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';

/** What a shell may know of the vault. */
export interface VaultStatus {
  /** `none`: no real key was ever stored. `damaged`: the file is there and cannot be read; `problem` says why. */
  readonly state: 'none' | 'locked' | 'open' | 'damaged';
  readonly problem?: HufuErrorDetail;
  /** Of a damaged vault: when its previous good copy was written, milliseconds since 1970 UTC, if there is one. */
  readonly previousSavedAt?: number;
  /** When the vault locks by itself unless it is used before, milliseconds since 1970 UTC; only while open. */
  readonly locksAt?: number;
  /** Idle minutes until then; 0 never locks. */
  readonly idleMinutes: number;
  readonly remembering: VaultRemembering;
}

/** Whether the operating system's own store keeps the vault open across starts. */
export type VaultRemembering =
  /** `store`: what the system calls it. */
  | { readonly state: 'remembered' | 'offered'; readonly store: Bilingual }
  | { readonly state: 'unavailable'; readonly reason: Bilingual }
  /** The system has not answered yet: ask again. */
  | { readonly state: 'checking' };

/** A passphrase shorter than this is refused, in code points. There is no upper limit that a person could meet. */
export const shortestPassphrase = 8;
