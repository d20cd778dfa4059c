import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { Lock } from '../store/lock.ts';
import type { Vault, VaultFileState } from './vault.ts';
import { hasSeal, writeVaultText, type VaultDocument, type VaultText } from './vault-document.ts';
import { changeableEntries, openEntry, resealEntries } from './vault-entries.ts';
import { createVaultFiles } from './vault-files.ts';
import { purposeKey } from './vault-keys.ts';
import { dataKeyOpener, newHead, requireLong, type VaultHead } from './vault-passphrase.ts';
import { damagedVault, isDamage, otherDataKey, passphraseChanged, vaultExists, vaultLocked } from './vault-refusals.ts';

export interface VaultOptions {
  /** Where the file lies; must be there. */
  readonly directory: string;
  readonly lock: Lock;
}

interface OpenVault {
  readonly dataKey: Buffer;
  readonly entriesKey: Buffer;
  /** Salt of the passphrase under which the data key was got. */
  readonly salt: string;
  /** The file whose seal was last found right. */
  verified: VaultText;
}

interface NewPassphrase {
  /** Salt of the file that the old passphrase opened. */
  readonly salt: string;
  readonly oldKey: Buffer;
  readonly dataKey: Buffer;
  readonly head: VaultHead;
}

/** See `Vault`; the format is described in docs/decisions/0007-vault.md. */
export function createVault({ directory, lock: exclusively }: VaultOptions): Vault {
  const files = createVaultFiles(directory);
  let opened: OpenVault | undefined;
  /** A file whose digest fits and whose seal does not: only the data key tells, so it is kept in mind when that is gone. */
  let forged: { readonly text: VaultText; readonly error: HufuError } | undefined;

  function close(): void {
    opened?.dataKey.fill(0);
    opened?.entriesKey.fill(0);
    opened = undefined;
  }

  function open(dataKey: Buffer, verified: VaultText): void {
    close();
    opened = { dataKey, entriesKey: purposeKey(dataKey, 'entries'), salt: verified.document.kdf.salt, verified };
  }

  /** The newest file, its seal checked; closes when its passphrase is another by now. */
  function current(read: () => VaultText = files.read): { readonly document: VaultDocument; readonly own: OpenVault } {
    if (!opened) throw whyNot();
    const text = read();
    if (text.document.kdf.salt !== opened.salt) {
      close();
      throw passphraseChanged();
    }
    if (text !== opened.verified) {
      requireSeal(text, opened.dataKey);
      opened.verified = text;
    }
    return { document: text.document, own: opened };
  }

  /** A file that cannot be read is worth saying before that it is locked. */
  function whyNot(): HufuError {
    readUnforged();
    return vaultLocked();
  }

  function readUnforged(): void {
    if (files.read() === forged?.text) throw forged.error;
  }

  function forgery(text: VaultText, reason: Bilingual): HufuError {
    const error = damagedVault(files.path, reason);
    forged = { text, error };
    return error;
  }

  function requireSeal(text: VaultText, dataKey: Uint8Array): void {
    if (hasSeal(text, dataKey)) return;
    throw forgery(text, { zh: '封印与内容不符', en: 'its seal does not fit its content' });
  }

  /** The data key and the file it belongs to. */
  async function dataKeyFor(passphrase: string): Promise<{ readonly dataKey: Buffer; readonly text: VaultText }> {
    const { document } = files.readAfresh();
    const dataKeyOf = await dataKeyOpener(passphrase, document);
    // While that took its time another process may have written.
    const text = files.readAfresh();
    if (text.document.kdf.salt !== document.kdf.salt) return dataKeyFor(passphrase);
    const dataKey = dataKeyOf(text.document);
    if (!dataKey) throw forgery(text, { zh: '数据密钥解不开', en: 'its data key does not open' });
    requireSeal(text, dataKey);
    return { dataKey, text };
  }

  /** Only inside `exclusively`; gives back what is in the file now. */
  function save(document: VaultDocument, dataKey: Buffer): VaultText {
    files.replace(writeVaultText(document, dataKey));
    return files.readAfresh();
  }

  function encryptAnew({ salt, oldKey, dataKey, head }: NewPassphrase): VaultText {
    const text = files.readAfresh();
    if (text.document.kdf.salt !== salt) {
      close();
      throw passphraseChanged();
    }
    requireSeal(text, oldKey);
    const keys = { from: purposeKey(oldKey, 'entries'), to: purposeKey(dataKey, 'entries') };
    const entries = resealEntries(text.document, { ...keys, path: files.path });
    const { outline } = text.document;
    return save({ ...head, savedAt: Date.now(), outline, entries }, dataKey);
  }

  function readEntry(name: string, { document, own }: { document: VaultDocument; own: OpenVault }): unknown {
    const entry = document.entries.find((candidate) => candidate.name === name);
    return entry && openEntry(entry, { key: own.entriesKey, id: document.id, path: files.path });
  }

  return {
    state(): VaultFileState {
      if (files.isAbsent()) {
        close();
        return { state: 'none' };
      }
      try {
        if (opened) current();
        else readUnforged();
        return { state: opened ? 'open' : 'locked' };
      } catch (error) {
        if (!(error instanceof HufuError)) throw error;
        if (error.code === 'vault.passphraseChanged') return { state: 'locked' };
        // It opens nothing any more, and its clock runs only while the vault is open.
        close();
        return damagedState(error.detail, isDamage(error) ? files.previousSavedAt() : undefined);
      }
    },
    async create(passphrase) {
      requireLong(passphrase);
      if (!files.isAbsent()) throw vaultExists(files.path);
      const { dataKey, head } = await newHead(passphrase, randomUUID());
      const text = exclusively(() => {
        if (!files.isAbsent()) throw vaultExists(files.path);
        return save({ ...head, savedAt: Date.now(), outline: {}, entries: [] }, dataKey);
      });
      open(dataKey, text);
    },
    async unlock(passphrase) {
      const { dataKey, text } = await dataKeyFor(passphrase);
      open(dataKey, text);
    },
    unlockWithDataKey(given) {
      const dataKey = Buffer.from(given);
      const text = files.readAfresh();
      if (!hasSeal(text, dataKey)) throw otherDataKey();
      open(dataKey, text);
    },
    lock: close,
    async checkPassphrase(passphrase) {
      const { dataKey } = await dataKeyFor(passphrase);
      dataKey.fill(0);
    },
    async changePassphrase({ current: passphrase, next }) {
      requireLong(next);
      const { dataKey: oldKey, text: old } = await dataKeyFor(passphrase);
      try {
        const { dataKey, head } = await newHead(next, old.document.id);
        const text = exclusively(() => encryptAnew({ salt: old.document.kdf.salt, oldKey, dataKey, head }));
        open(dataKey, text);
      } finally {
        oldKey.fill(0);
      }
    },
    dataKey: () => Buffer.from(current().own.dataKey),
    id: () => ifReadable(() => files.read().document.id),
    outline: () => ifReadable(() => files.read().document.outline),
    names: () => current().document.entries.map(({ name }) => name),
    read: (name) => readEntry(name, current()),
    update(work) {
      return exclusively(() => {
        const { document, own } = current(files.readAfresh);
        const changed = changeableEntries(document, { key: own.entriesKey, path: files.path });
        const result = work(changed.entries);
        const saved = { ...document, ...changed.result(), savedAt: Date.now() };
        save(saved, own.dataKey);
        return result;
      });
    },
    restorePrevious() {
      close();
      exclusively(() => files.restorePrevious({ forged: forged?.text }));
    },
  };
}

function damagedState(problem: HufuErrorDetail, previousSavedAt: number | undefined): VaultFileState {
  return { state: 'damaged', problem, ...(previousSavedAt !== undefined && { previousSavedAt }) };
}

function ifReadable<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof HufuError) return undefined;
    throw error;
  }
}
