import { inLanguage } from '../../language.ts';
import { printDocument, say } from '../../output.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface RemoveEnvironmentOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** The file goes, and what filled its slots goes out of them; the keys stay in the ring. */
export async function removeEnvironment(id: string, options: RemoveEnvironmentOptions): Promise<void> {
  await withKeyStore(options, async (use) => {
    use.store.environmentFiles.find(id);
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
