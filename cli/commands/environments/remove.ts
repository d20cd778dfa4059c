import type { KeySummary } from '../../../shared/model/key-ring.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { keyLine, useText } from '../../ring/key-output.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions, type KeyStoreUse } from '../../ring/with-key-store.ts';
import { askConsent, canAsk } from '../../secrets/ask-terminal.ts';
import { usage } from '../../usage-error.ts';

export interface RemoveEnvironmentOptions extends KeyStoreOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** The file goes, and what filled its slots goes out of them; the keys stay in the ring. */
export async function removeEnvironment(id: string, options: RemoveEnvironmentOptions): Promise<void> {
  if (options.yes !== true && !canAsk()) throw consentNeeded();
  await withKeyStore(options, async (use) => {
    const { environmentFiles } = use.store;
    const { title, url } = environmentFiles.find(id);
    const file = environmentFiles.pathOf(id);
    const filling = await keysOf(id, use);
    say(`${title} (${id}) · ${url}`);
    say(file);
    for (const { key, uses } of filling) {
      say(keyLine(key));
      for (const one of uses) say(`  ${useText(one)}`);
    }
    say(inLanguage(filling.length > 0 ? losesKeys : losesFile));
    if (options.yes !== true && !(await askConsent({ zh: '删除吗？', en: 'Remove it?' }))) {
      say(inLanguage({ zh: '没有删除。', en: 'Nothing was removed.' }));
      process.exitCode = 1;
      return;
    }
    use.store.removeEnvironment(id);
    if (options.json) {
      const keys = filling.map(({ key: { id: keyId, label, fingerprint }, uses }) => {
        return { id: keyId, label, fingerprint, slots: uses.map(({ slot, state }) => ({ slot, state })) };
      });
      printDocument({ removed: { id, file, keys } });
    } else printLine(id);
  });
}

/** The keys that fill or filled a slot of the environment. Opens the vault, which tells it only then. */
async function keysOf(id: string, use: KeyStoreUse): Promise<readonly { key: KeySummary; uses: KeySummary['uses'] }[]> {
  if ((await use.store.vault.status()).state === 'none') return [];
  await unlockVault(use);
  return use.store.keys
    .ring()
    .keys.map((key) => ({ key, uses: key.uses.filter(({ environment }) => environment === id) }))
    .filter(({ uses }) => uses.length > 0);
}

const losesKeys = {
  zh: '删除后文件无法恢复；这些密钥离开它的密钥槽，仍留在密钥环里（hufu keys list）。',
  en: 'The file cannot be brought back; these keys leave its slots and stay in the ring (hufu keys list).',
};
const losesFile = {
  zh: '删除后文件无法恢复；它的密钥槽里没有密钥。',
  en: 'The file cannot be brought back; no key fills a slot of it.',
};

function consentNeeded(): Error {
  return usage('environment.consentNeeded', '--yes', [
    '删除环境的文件无法恢复；没有终端可以询问时，请加 --yes。',
    'Removing the file of an environment cannot be undone; where no terminal can be asked, say --yes.',
  ]);
}
