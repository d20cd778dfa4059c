import type { HufuErrorDetail } from '../../shared/hufu-error.ts';

/**
 * Named secrets in one file. All calls but those that take a passphrase are synchronous: the data key is in memory or
 * the vault is locked. Errors: `vault.none`, `vault.locked`, `vault.damaged` (and the others of `vault-refusals.ts`),
 * `vault.wrongPassphrase`, `vault.passphraseShort`, `vault.exists`, and `store.*` for what the disk refuses.
 */
export interface Vault {
  state(): VaultFileState;
  /** Makes the file. Throws `vault.exists` when there is one, damaged or not. */
  create(passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  /** With what `dataKey` gave earlier. Throws `vault.otherDataKey` when the passphrase was changed since. */
  unlockWithDataKey(dataKey: Uint8Array): void;
  /** Wipes the data key. */
  lock(): void;
  /** Throws `vault.wrongPassphrase`. Changes nothing. */
  checkPassphrase(passphrase: string): Promise<void>;
  /** Draws a new data key and encrypts every entry anew: an old copy with the old passphrase opens nothing of what follows. */
  changePassphrase(change: { readonly current: string; readonly next: string }): Promise<void>;
  /** 32 bytes, for the store of the operating system only. A copy. */
  dataKey(): Uint8Array;
  /** Random name of this vault, stays the same for its whole life. Undefined when there is no file or it is damaged. */
  id(): string | undefined;

  /** What even a locked vault tells: the JSON value last given to `writeOutline`. Undefined without a readable file. */
  outline(): unknown;
  names(): readonly string[];
  /** A JSON value; undefined when there is no such entry. */
  read(name: string): unknown;
  /**
   * Reads the newest file, lets `work` change it and has the result on disk when this returns: what another process wrote
   * in between is there, and a killed process leaves the old file or the new one. When `work` throws, nothing changes.
   */
  update<Result>(work: (entries: VaultEntries) => Result): Result;

  /** Puts the last good copy in the place of a damaged file, which is moved aside and not deleted. Throws `vault.noPrevious`. */
  restorePrevious(): void;
}

export interface VaultFileState {
  readonly state: 'none' | 'locked' | 'open' | 'damaged';
  readonly problem?: HufuErrorDetail;
  /** Milliseconds since 1970 UTC. */
  readonly previousSavedAt?: number;
}

export interface VaultEntries {
  names(): readonly string[];
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  remove(name: string): void;
  /** Stands in clear in the file (sealed, not encrypted): nothing in it may be secret. */
  writeOutline(outline: unknown): void;
}
