import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from '../host/store/write-file-durably.ts';
import { rememberFailed } from '../host/vault/remember-failed.ts';
import { rememberedKey } from '../host/vault/remembered-key.ts';
import type { RememberAvailability, RememberStore } from '../host/vault/remember-store.ts';
import type { Bilingual } from '../shared/bilingual.ts';
import { base64FromBytes } from '../shared/crypto/encodings/base64.ts';
import { withinTime } from './within-time.ts';

/** What is used of Electron's `safeStorage`: its asynchronous half, the other one is gone in Electron 46. */
export interface AsyncSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
  /** Linux only. */
  getSelectedStorageBackend(): string;
}

interface Options {
  readonly safeStorage: AsyncSafeStorage;
  /** Folder of the local state. */
  readonly directory: string;
  readonly platform: NodeJS.Platform;
  /** Milliseconds for one answer of the system, which may ask the user meanwhile. */
  readonly limit?: number;
}

const keptFile = z.object({ version: z.literal(1), vault: z.string(), encrypted: z.base64() });
type KeptFile = z.infer<typeof keptFile>;

/** The data key, encrypted by Electron with a key that the system keeps, in `<directory>/vault.remembered` (JSON, for this user alone). */
export function createSafeStorageRememberStore({
  safeStorage,
  directory,
  platform,
  limit = 30_000,
}: Options): RememberStore {
  const path = join(directory, 'vault.remembered');
  const store = storeNames[platform] ?? { zh: '系统密钥存储', en: "system's store of secrets" };

  async function availability(): Promise<RememberAvailability> {
    if (platform === 'linux') {
      const backend = safeStorage.getSelectedStorageBackend();
      if (backend === 'basic_text' || backend === 'unknown') return { available: false, reason: unprotected };
    }
    try {
      if (await withinTime(safeStorage.isAsyncEncryptionAvailable(), limit)) return { available: true, store };
    } catch {
      // Refused, as when it is late: it cannot be used now.
    }
    return { available: false, reason: refused(store) };
  }

  async function write(vault: string, text: string): Promise<void> {
    const encrypted = await withinTime(safeStorage.encryptStringAsync(text), limit);
    if (!encrypted) throw rememberFailed(store, 'save');
    const kept: KeptFile = { version: 1, vault, encrypted: encrypted.toString('base64') };
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileDurably(path, Buffer.from(`${JSON.stringify(kept)}\n`), { mode: 0o600 });
  }

  return {
    availability,
    async save(vaultId, dataKey) {
      if (!(await availability()).available) throw rememberFailed(store, 'save');
      try {
        await write(vaultId, base64FromBytes(dataKey));
      } catch {
        throw rememberFailed(store, 'save');
      }
    },
    async load(vaultId) {
      const kept = readKept(path);
      // A store that is not there now may be there at the next start: what it encrypted stays.
      if (kept?.vault !== vaultId || !(await availability()).available) return undefined;
      let text: string;
      try {
        const decrypted = await withinTime(
          safeStorage.decryptStringAsync(Buffer.from(kept.encrypted, 'base64')),
          limit,
        );
        // It may be waiting for the user: what it encrypted stays, as above.
        if (!decrypted) return undefined;
        text = decrypted.result;
        // It is open already; an older encryption serves as well until the next start tries again.
        if (decrypted.shouldReEncrypt) await write(vaultId, text).catch(() => undefined);
      } catch {
        // Encrypted under another backend or user: nothing will ever open it.
        rmSync(path, { force: true });
        return undefined;
      }
      return rememberedKey(text);
    },
    async forget(vaultId) {
      if (readKept(path)?.vault !== vaultId) return;
      try {
        rmSync(path, { force: true });
      } catch {
        throw rememberFailed(store, 'forget');
      }
    },
  };
}

/** Undefined for a file that is absent, unreadable or not ours. */
function readKept(path: string): KeptFile | undefined {
  try {
    return keptFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

const storeNames: Partial<Record<NodeJS.Platform, Bilingual>> = {
  darwin: { zh: 'macOS 钥匙串', en: 'macOS Keychain' },
  linux: { zh: '桌面密钥环', en: "desktop's keyring" },
  win32: { zh: 'Windows 数据保护（DPAPI）', en: 'Windows data protection (DPAPI)' },
};

const unprotected: Bilingual = {
  zh: '未找到桌面密钥环，此时 Electron 只用程序内置的固定口令加密，等于明文；请启动 GNOME 密钥环或 KWallet 后重新启动 Hufu，或每次输入口令。',
  en: 'No keyring of the desktop was found, and Electron would then encrypt with a password that is built into every copy of it; start GNOME Keyring or KWallet and start Hufu again, or type the passphrase each time.',
};

function refused(store: Bilingual): Bilingual {
  return {
    zh: `${store.zh}不可用或没有应答，可能已锁定；请解锁后重新启动 Hufu，或每次输入口令。`,
    en: `The ${store.en} is not available or does not answer, it may be locked; unlock it and start Hufu again, or type the passphrase each time.`,
  };
}
