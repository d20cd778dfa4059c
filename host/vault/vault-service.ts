import type { VaultStatus } from '../../shared/model/vault.ts';

/** What a shell does with the vault. Passphrases come in and never go out. Errors: those of `Vault` and `RememberStore`. */
export interface VaultService {
  /** `settled` waits for what the system's own store answers, seconds where it hangs; otherwise that may be `checking`. */
  status(options?: { readonly settled?: boolean }): Promise<VaultStatus>;
  /** Makes the vault with its first passphrase, and opens it. */
  create(passphrase: string): Promise<void>;
  /** Takes 0.2 to 1.5 s: the passphrase is made expensive to guess. */
  unlock(passphrase: string): Promise<void>;
  lock(): void;
  changePassphrase(change: { readonly current: string; readonly next: string }): Promise<void>;
  /** Throws `vault.rememberUnavailable` with the reason where the system has no safe place. */
  setRemembering(remember: boolean): Promise<void>;
  /** Whole minutes up to a day; 0 never locks by itself. */
  setIdleMinutes(minutes: number): void;
  restorePrevious(): void;
}
