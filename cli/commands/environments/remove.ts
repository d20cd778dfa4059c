import { inLanguage } from '../../language.ts';
import { printDocument, say } from '../../output.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { askConsent, canAsk } from '../../secrets/ask-terminal.ts';
import { usage } from '../../usage-error.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface RemoveEnvironmentOptions extends KeyStoreOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** The file goes, and what filled its slots goes out of them; the keys stay in the ring. */
export async function removeEnvironment(id: string, options: RemoveEnvironmentOptions): Promise<void> {
  if (options.yes !== true && !canAsk()) throw consentNeeded();
  await withKeyStore(options, async (use) => {
    const { title, url } = use.store.environmentFiles.find(id);
    if (options.yes !== true) {
      say(`${title} (${id}) · ${url}`);
      if (!(await askConsent({ zh: '删除这个环境的文件吗？密钥会保留。', en: 'Remove its file? Its keys stay.' }))) {
        say(inLanguage({ zh: '没有删除。', en: 'Nothing was removed.' }));
        process.exitCode = 1;
        return;
      }
    }
    // The vault says whether keys are bound to the environment, and tells it only when open.
    if ((await use.store.vault.status()).state !== 'none') await unlockVault(use);
    use.store.removeEnvironment(id);
    if (options.json) printDocument({ removed: id });
    else {
      say(
        inLanguage({
          zh: `环境“${id}”已删除；它用过的密钥还在密钥环里（hufu keys list）。`,
          en: `Environment "${id}" was removed; the keys it used are still in the ring (hufu keys list).`,
        }),
      );
    }
  });
}

function consentNeeded(): Error {
  return usage('environment.consentNeeded', '--yes', [
    '删除环境的文件无法恢复；没有终端可以询问时，请加 --yes。',
    'Removing the file of an environment cannot be undone; where no terminal can be asked, say --yes.',
  ]);
}
