import { HufuError } from '../../shared/hufu-error.ts';
import type { VaultRemembering } from '../../shared/model/vault.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import type { RememberAvailability, RememberStore } from './remember-store.ts';
import type { Vault } from './vault.ts';
import type { VaultService } from './vault-service.ts';

export interface OwnVaultService extends VaultService {
  /** Opens the vault with what the system remembers. False, and never an error, when that is nothing or no longer fits. */
  openRemembered(): Promise<boolean>;
  /** Throws `vault.wrongPassphrase`. */
  checkPassphrase(passphrase: string): Promise<void>;
  /** Locks when the time is over, whether or not a clock rang: a machine may have slept. */
  expire(): void;
  /** Says that a key is being used: the vault stays open for another while, unless its time is over. */
  touch(): void;
  /** Locks and stops the clock. */
  close(): void;
}

interface Options {
  readonly vault: Vault;
  readonly settings: SettingsStore;
  readonly remember: RememberStore;
}

const idleSetting = 'vault.idleMinutes';
const rememberedSetting = 'vault.remembered';
const usualIdleMinutes = 15;

/** The vault with its clock, the system's store and the user's choices. */
export function createVaultService({ vault, settings, remember }: Options): OwnVaultService {
  let usedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let asked: Promise<unknown> | undefined;
  let answered: RememberAvailability | undefined;

  const idleMinutes = (): number => {
    const kept = settings.get(idleSetting);
    return typeof kept === 'number' ? kept : usualIdleMinutes;
  };
  const locksAt = (): number => usedAt + idleMinutes() * 60_000;

  /** One at a time: every passphrase that is tried takes 128 MB. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = working.then(work, work);
    working = done.catch(() => undefined);
    return done;
  }

  function lock(): void {
    clearTimeout(timer);
    timer = undefined;
    vault.lock();
  }

  function expire(): void {
    if (timer && idleMinutes() > 0 && Date.now() >= locksAt()) lock();
  }

  /** The clock is asked again when it rings: a machine that slept must not stay open for what was left. */
  function watch(): void {
    clearTimeout(timer);
    timer = undefined;
    if (idleMinutes() === 0 || vault.state().state !== 'open') return;
    const rest = locksAt() - Date.now();
    if (rest <= 0) lock();
    else timer = setTimeout(watch, rest).unref();
  }

  function opened(): void {
    usedAt = Date.now();
    watch();
  }

  /** Once for each start: a store that hangs is asked a single time. */
  function ask(): Promise<unknown> {
    asked ??= remember
      .availability()
      .then((answer) => (answered = answer))
      .catch(() => (asked = undefined));
    return asked;
  }

  function remembering(): VaultRemembering {
    void ask();
    if (!answered) return { state: 'checking' };
    if (!answered.available) return { state: 'unavailable', reason: answered.reason };
    const id = vault.id();
    const kept = id !== undefined && settings.get(rememberedSetting) === id;
    return { state: kept ? 'remembered' : 'offered', store: answered.store };
  }

  async function keepRemembered(): Promise<void> {
    const id = vault.id();
    if (id === undefined || settings.get(rememberedSetting) !== id) return;
    try {
      await remember.save(id, vault.dataKey());
    } catch {
      // The new data key is nowhere but in the vault: the next start asks for the passphrase, as it must.
      settings.set(rememberedSetting, undefined);
    }
  }

  return {
    async status({ settled = false } = {}) {
      if (settled) await ask();
      watch();
      const { state, problem, previousSavedAt } = vault.state();
      return {
        state,
        ...(problem && { problem }),
        ...(previousSavedAt !== undefined && { previousSavedAt }),
        ...(state === 'open' && idleMinutes() > 0 && { locksAt: locksAt() }),
        idleMinutes: idleMinutes(),
        remembering: remembering(),
      };
    },
    create: (passphrase) => inTurn(() => vault.create(passphrase)).then(opened),
    unlock: (passphrase) => inTurn(() => vault.unlock(passphrase)).then(opened),
    lock,
    async changePassphrase(change) {
      await inTurn(() => vault.changePassphrase(change));
      opened();
      await keepRemembered();
    },
    async setRemembering(wanted) {
      const id = vault.id();
      if (!wanted) {
        settings.set(rememberedSetting, undefined);
        if (id !== undefined) await remember.forget(id);
        return;
      }
      const answer = await remember.availability();
      if (!answer.available) throw new HufuError({ code: 'vault.rememberUnavailable', text: answer.reason });
      const dataKey = vault.dataKey();
      if (id === undefined) return;
      await remember.save(id, dataKey);
      settings.set(rememberedSetting, id);
    },
    setIdleMinutes(minutes) {
      settings.set(idleSetting, minutes);
      watch();
    },
    restorePrevious() {
      lock();
      vault.restorePrevious();
    },
    async openRemembered() {
      const id = vault.id();
      if (id === undefined || settings.get(rememberedSetting) !== id || vault.state().state !== 'locked') return false;
      try {
        const dataKey = await remember.load(id);
        // The system lost it, or let go of what it could not read: what the user sees must say so.
        if (!dataKey) settings.set(rememberedSetting, undefined);
        if (!dataKey) return false;
        vault.unlockWithDataKey(dataKey);
        opened();
        return true;
      } catch (error) {
        if (error instanceof HufuError) return false;
        throw error;
      }
    },
    checkPassphrase: (passphrase) => inTurn(() => vault.checkPassphrase(passphrase)),
    expire,
    touch() {
      expire();
      usedAt = Date.now();
    },
    close: lock,
  };
}
