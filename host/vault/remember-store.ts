import type { Bilingual } from '../../shared/bilingual.ts';

/**
 * The operating system's own store of secrets, which may keep a vault's data key so that the passphrase need not be
 * typed at every start. Losing it loses nothing: the passphrase always opens the vault. Every method may reject with
 * `remember.failed`.
 */
export interface RememberStore {
  availability(): Promise<RememberAvailability>;
  save(vaultId: string, dataKey: Uint8Array): Promise<void>;
  /** Undefined when nothing is kept for this vault. */
  load(vaultId: string): Promise<Uint8Array | undefined>;
  forget(vaultId: string): Promise<void>;
}

export type RememberAvailability =
  | { readonly available: true; readonly store: Bilingual }
  /** One sentence: why not, and what would change it. */
  | { readonly available: false; readonly reason: Bilingual };
