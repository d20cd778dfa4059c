import { randomBytes, randomUUID } from 'node:crypto';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { shortestPassphrase } from '../../shared/model/vault.ts';
import type { Vault, VaultFileState } from './vault.ts';
import { headText, sealOf, writeVaultText, type VaultDocument, type VaultText } from './vault-document.ts';
import { changeableEntries, openEntry, sealEntry } from './vault-entries.ts';
import { createVaultFiles } from './vault-files.ts';
import {
  authenticate,
  newKdfParameters,
  openBox,
  passphraseKeys,
  purposeKey,
  sameBytes,
  sealBox,
} from './vault-keys.ts';
import {
  damagedVault,
  otherDataKey,
  passphraseChanged,
  passphraseShort,
  vaultExists,
  vaultLocked,
  wrongPassphrase,
} from './vault-refusals.ts';

export interface VaultOptions {
  /** Where the file lies; must be there. */
  readonly directory: string;
  /** Runs `work` while no other process is inside. Released by the system when the process dies. */
  readonly lock: <Result>(work: () => Result) => Result;
}

interface OpenVault {
  readonly dataKey: Buffer;
  readonly entriesKey: Buffer;
  /** Salt of the passphrase under which the data key was got. */
  readonly salt: string;
  /** The file whose seal was last found right. */
  verified: VaultText;
}

/** See `Vault`; the format is described in docs/decisions/0007-vault.md. */
export function createVault({ directory, lock: exclusively }: VaultOptions): Vault {
  const files = createVaultFiles(directory);
  let opened: OpenVault | undefined;

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
  function current(): { readonly document: VaultDocument; readonly own: OpenVault } {
    if (!opened) throw whyNot();
    const text = files.read();
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
    files.read();
    return vaultLocked();
  }

  function requireSeal({ documentText, seal }: VaultText, dataKey: Uint8Array): void {
    if (sameBytes(Buffer.from(seal, 'hex'), Buffer.from(sealOf(documentText, dataKey), 'hex'))) return;
    throw damagedVault(files.path, { zh: '封印与内容不符', en: 'its seal does not fit its content' });
  }

  /** The data key and the file it belongs to. */
  async function dataKeyFor(passphrase: string): Promise<{ readonly dataKey: Buffer; readonly text: VaultText }> {
    const { document } = files.read();
    const { wrapping, verifier } = await passphraseKeys(passphrase, document.kdf);
    // While that took its time another process may have written.
    const text = files.read();
    if (text.document.kdf.salt !== document.kdf.salt) return dataKeyFor(passphrase);
    const head = headText(text.document);
    if (!sameBytes(Buffer.from(text.document.check, 'base64'), authenticate(verifier, head))) throw wrongPassphrase();
    const dataKey = openBox(wrapping, text.document.wrappedKey, head);
    if (!dataKey) throw damagedVault(files.path, { zh: '数据密钥解不开', en: 'its data key does not open' });
    requireSeal(text, dataKey);
    return { dataKey, text };
  }

  /** A new file's data key under a new passphrase, with everything that depends on it. */
  async function newHead(passphrase: string, id: string) {
    const kdf = newKdfParameters();
    const dataKey = randomBytes(32);
    const { wrapping, verifier } = await passphraseKeys(passphrase, kdf);
    const head = headText({ format: 1, id, kdf });
    return {
      dataKey,
      document: {
        format: 1 as const,
        id,
        kdf,
        check: authenticate(verifier, head).toString('base64'),
        wrappedKey: sealBox(wrapping, { plaintext: dataKey, place: head }),
      },
    };
  }

  function save(document: VaultDocument, { dataKey, forget }: { dataKey: Buffer; forget: boolean }): void {
    files.replace(writeVaultText(document, dataKey), { forget });
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
        else files.read();
        return { state: opened ? 'open' : 'locked' };
      } catch (error) {
        if (!(error instanceof HufuError)) throw error;
        if (error.code === 'vault.passphraseChanged') return { state: 'locked' };
        return damagedState(error.detail, files.previousSavedAt());
      }
    },
    async create(passphrase) {
      requireLong(passphrase);
      if (!files.isAbsent()) throw vaultExists(files.path);
      const { dataKey, document } = await newHead(passphrase, randomUUID());
      exclusively(() => {
        if (!files.isAbsent()) throw vaultExists(files.path);
        save({ ...document, savedAt: Date.now(), outline: {}, entries: [] }, { dataKey, forget: false });
      });
      open(dataKey, files.read());
    },
    async unlock(passphrase) {
      const { dataKey, text } = await dataKeyFor(passphrase);
      open(dataKey, text);
    },
    unlockWithDataKey(given) {
      const dataKey = Buffer.from(given);
      const text = files.read();
      if (text.seal !== sealOf(text.documentText, dataKey)) throw otherDataKey();
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
      const { dataKey, document } = await newHead(next, old.document.id);
      exclusively(() => {
        const text = files.read();
        if (text.document.kdf.salt !== old.document.kdf.salt) throw passphraseChanged();
        requireSeal(text, oldKey);
        const keys = { from: purposeKey(oldKey, 'entries'), to: purposeKey(dataKey, 'entries') };
        const { id, outline } = text.document;
        const entries = text.document.entries.map(({ name, ...box }) => {
          const value = openEntry({ name, ...box }, { key: keys.from, id, path: files.path });
          return sealEntry({ name, value }, { key: keys.to, id });
        });
        // The former data key may be what made the user change the passphrase: the previous copy must not open by it.
        save({ ...document, savedAt: Date.now(), outline, entries }, { dataKey, forget: true });
      });
      oldKey.fill(0);
      open(dataKey, files.read());
    },
    dataKey: () => Buffer.from(current().own.dataKey),
    id: () => ifReadable(() => files.read().document.id),
    outline: () => ifReadable(() => files.read().document.outline),
    names: () => current().document.entries.map(({ name }) => name),
    read: (name) => readEntry(name, current()),
    update(work, { forget = false } = {}) {
      return exclusively(() => {
        const { document, own } = current();
        const changed = changeableEntries(document, { key: own.entriesKey, path: files.path });
        const result = work(changed.entries);
        const saved = { ...document, ...changed.result(), savedAt: Date.now() };
        save(saved, { dataKey: own.dataKey, forget });
        return result;
      });
    },
    restorePrevious() {
      close();
      exclusively(() => files.restorePrevious());
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

function requireLong(passphrase: string): void {
  const length = [...passphrase.normalize('NFKC')].length;
  if (length < shortestPassphrase) throw passphraseShort(length);
}
