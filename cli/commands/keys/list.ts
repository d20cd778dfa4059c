import type { VaultStatus } from '../../../shared/model/vault.ts';
import type { KeyRing } from '../../../shared/model/key-ring.ts';
import { inLanguage } from '../../language.ts';
import { findingDocument, findingLine, printDocument, printLine, say } from '../../output.ts';
import { keyDocument, keyLine } from '../../ring/key-output.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions, type KeyStoreUse, type OpenKeyStore } from '../../ring/with-key-store.ts';
import { canAsk } from '../../secrets/ask-terminal.ts';
import { listedEnvironments } from './listed-environments.ts';

export interface ListOptions extends KeyStoreOptions {
  readonly environment?: string;
  readonly json?: boolean;
}

/** Slots and what fills them. A locked vault tells which are filled and no more; that is no failure. */
export async function list(options: ListOptions): Promise<void> {
  await withKeyStore(options, async (use) => {
    const environments = listedEnvironments(use.store, options.environment);
    const state = await openedState(use);
    if (state === 'open') printRing(use.store.keys.ring(), { environments, options, store: use.store });
    else printLocked(use.store, { environments, options, state });
  });
}

async function openedState(use: KeyStoreUse): Promise<VaultStatus['state']> {
  const { vault } = use.store;
  const { state } = await vault.status();
  if (state === 'none') return state;
  if (state === 'damaged' || use.passphrase.isGiven || canAsk()) await unlockVault(use);
  else await vault.openRemembered();
  return (await vault.status()).state;
}

interface Listing {
  readonly environments: readonly string[];
  readonly options: ListOptions;
}

function printRing(ring: KeyRing, { environments, options, store }: Listing & { readonly store: OpenKeyStore }): void {
  const shown = ring.environments.filter(({ environment }) => environments.includes(environment));
  const keys = ring.keys.filter(
    ({ uses }) =>
      options.environment === undefined || uses.some(({ environment }) => environment === options.environment),
  );
  if (options.json) {
    printDocument({
      vault: 'open',
      environments: shown.map(({ environment, origins, slots }) => ({
        environment,
        platform: store.environment(environment).profile.id,
        origins,
        slots: slots.map(({ findings, ...slot }) => ({ ...slot, findings: findings.map(findingDocument) })),
      })),
      keys: keys.map(keyDocument),
    });
    return;
  }
  for (const { environment, origins, slots } of shown) {
    printLine(`${environment}  ${store.environment(environment).profile.id}  ${origins.join(' ')}`.trimEnd());
    for (const { slot, versions, findings } of slots) {
      const filling = ring.keys.filter(({ id }) => versions.includes(id));
      const active = filling.find(({ uses }) =>
        uses.some((one) => one.environment === environment && one.slot === slot && one.state === 'active'),
      );
      const more = inLanguage({ zh: `另有 ${versions.length - 1} 个版本`, en: `${versions.length - 1} more versions` });
      const others = versions.length > 1 ? `  (${more})` : '';
      printLine(`  ${slot}: ${active ? `${keyLine(active)}${others}` : inLanguage(nothing)}`);
      for (const finding of findings) printLine(`    ${findingLine(finding)}`);
    }
  }
  // Of an environment whose file is gone or cannot be read, too: no key of the vault stays out of sight.
  const isShown = (id: string): boolean =>
    shown.some(({ slots }) => slots.some(({ versions }) => versions.includes(id)));
  const idle = options.environment === undefined ? keys.filter(({ id }) => !isShown(id)) : [];
  if (idle.length > 0) printLine(inLanguage({ zh: '不在这些密钥槽里：', en: 'In none of these slots:' }));
  for (const key of idle) printLine(`  ${keyLine(key)}`);
  if (shown.length === 0 && idle.length === 0) say(inLanguage(noEnvironments));
}

function printLocked(
  store: OpenKeyStore,
  { environments, options, state }: Listing & { readonly state: VaultStatus['state'] },
): void {
  const shown = environments.map((id) => {
    const environment = store.environment(id);
    const slots = store.statuses(environment).map(({ slot, filledBy }) => ({ slot, filled: filledBy === 'locked' }));
    return { environment: id, platform: environment.profile.id, slots };
  });
  if (options.json) {
    printDocument({ vault: state, environments: shown });
    return;
  }
  for (const { environment, platform, slots } of shown) {
    printLine(`${environment}  ${platform}`);
    for (const { slot, filled } of slots) printLine(`  ${slot}: ${inLanguage(filled ? something : nothing)}`);
  }
  if (state === 'none') say(inLanguage({ zh: '还没有保险箱。', en: 'There is no vault yet.' }));
  else {
    say(
      inLanguage({
        zh: '保险箱已锁定，只能看出哪些密钥槽有密钥；用 --passphrase-file 或 --passphrase-fd 查看全部。',
        en: 'The vault is locked and tells only which slots are filled; see everything with --passphrase-file or --passphrase-fd.',
      }),
    );
  }
  if (shown.length === 0) say(inLanguage(noEnvironments));
}

const nothing = { zh: '空', en: 'empty' };
const something = { zh: '有密钥', en: 'filled' };
const noEnvironments = {
  zh: '还没有环境；用 hufu environments add 建立一个。',
  en: 'There is no environment yet; make one with hufu environments add.',
};
