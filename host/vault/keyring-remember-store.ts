import type { Bilingual } from '../../shared/bilingual.ts';
import { base64FromBytes } from '../../shared/crypto/encodings/base64.ts';
import { keyringInProcess, type AskKeyring, type KeyringReply } from './ask-keyring.ts';
import { rememberFailed } from './remember-failed.ts';
import { rememberedKey } from './remembered-key.ts';
import type { RememberAvailability, RememberStore } from './remember-store.ts';

interface Options {
  readonly ask?: AskKeyring;
  readonly platform?: NodeJS.Platform;
  /** How long a store may take to prove itself, and how long a use of it, in which the system may ask the user. Milliseconds. */
  readonly limits?: { readonly probe: number; readonly use: number };
  readonly service?: string;
}

type Failure = Extract<KeyringReply, { readonly done: false }>['failure'];

const stores: Partial<Record<NodeJS.Platform, Bilingual>> = {
  darwin: { zh: 'macOS 钥匙串', en: 'macOS Keychain' },
  linux: { zh: '系统密钥环（Secret Service）', en: "system's keyring (Secret Service)" },
  win32: { zh: 'Windows 凭据管理器', en: 'Windows Credential Manager' },
};

/** The user's keyring of the operating system, for the shells without Electron. Account: the vault's id; value: the data key in Base64. */
export function createKeyringRememberStore({
  ask = keyringInProcess(),
  platform = process.platform,
  limits = { probe: 5_000, use: 60_000 },
  service = 'Hufu',
}: Options = {}): RememberStore {
  const store = stores[platform];
  let known: Promise<RememberAvailability> | undefined;

  async function find(): Promise<RememberAvailability> {
    if (!store) return { available: false, reason: noStore };
    const reply = await ask({ operation: 'probe', service }, { milliseconds: limits.probe });
    return reply.done
      ? { available: true, store }
      : { available: false, reason: reasonOf(reply.failure, { store, platform, milliseconds: limits.probe }) };
  }

  async function use(doing: 'save' | 'load' | 'forget', request: Parameters<AskKeyring>[0]) {
    const reply = await ask(request, { milliseconds: limits.use });
    if (!reply.done) throw rememberFailed(store ?? { zh: '系统', en: 'system' }, doing);
    return reply.value;
  }

  return {
    // Once: the probe may make the system ask the user, and the screen asks for the vault's state again and again.
    availability: () => (known ??= find()),
    async save(account, dataKey) {
      await use('save', { operation: 'save', service, account, value: base64FromBytes(dataKey) });
    },
    load: async (account) => rememberedKey(await use('load', { operation: 'load', service, account })),
    async forget(account) {
      await use('forget', { operation: 'forget', service, account });
    },
  };
}

const noStore: Bilingual = {
  zh: '本系统没有 Hufu 可用的密钥存储，请每次输入口令。',
  en: 'This system has no store of secrets that Hufu can use; type the passphrase at each start.',
};

interface Place {
  readonly store: Bilingual;
  readonly platform: NodeJS.Platform;
  readonly milliseconds: number;
}

function reasonOf(failure: Failure, { store, platform, milliseconds }: Place): Bilingual {
  if (failure === 'binding') {
    return {
      zh: '连接系统密钥存储的组件 @napi-rs/keyring 无法加载，请重新运行 npm ci 与构建后再启动 Hufu。',
      en: "The component for the system's store, @napi-rs/keyring, cannot be loaded; run npm ci and build again, then start Hufu anew.",
    };
  }
  if (failure === 'late') {
    const seconds = milliseconds / 1000;
    return {
      zh: `${store.zh}在 ${seconds} 秒内没有应答，可能已锁定或正在等待确认；请先解锁，再重新启动 Hufu。`,
      en: `The ${store.en} did not answer within ${seconds} seconds, it may be locked or waiting for you; unlock it and start Hufu again.`,
    };
  }
  if (platform === 'linux') {
    return {
      zh: '没有可写的 Secret Service 密钥环（未运行、未建立默认密钥环或已锁定）；请在桌面会话中启动并解锁 GNOME 密钥环、KWallet 或 KeePassXC，再重新启动 Hufu。内核密钥环重启后即清空，故不使用。',
      en: "There is no Secret Service keyring that can be written (none runs, it has no default keyring, or it is locked); start and unlock GNOME Keyring, KWallet or KeePassXC in a desktop session and start Hufu again. The kernel's keyring is empty after a reboot and therefore not used.",
    };
  }
  return {
    zh: `${store.zh}拒绝写入，可能已锁定或被策略禁止；请解锁或放行后重新启动 Hufu。`,
    en: `The ${store.en} refused to keep a test value, it may be locked or forbidden by policy; unlock or allow it and start Hufu again.`,
  };
}
