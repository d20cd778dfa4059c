import { inLanguage } from '../../language.ts';
import { printDocument, say } from '../../output.ts';
import { sayWorking } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { passphraseFrom } from '../../secrets/passphrase.ts';
import { requireSeparateSources } from '../../secrets/separate-sources.ts';

export interface ChangePassphraseOptions extends KeyStoreOptions {
  readonly newPassphraseFile?: string;
  readonly newPassphraseFd?: string;
  readonly json?: boolean;
}

/** Everything in the vault is encrypted anew under the new passphrase. */
export async function changePassphrase(options: ChangePassphraseOptions): Promise<void> {
  requireSeparateSources('', options);
  const { newPassphraseFile: file, newPassphraseFd: fd } = options;
  const replacement = passphraseFrom({ file, fd, option: '--new-passphrase' });
  await withKeyStore(options, async ({ store: { vault }, passphrase }) => {
    const current = await passphrase.current();
    const next = await replacement.chosen();
    sayWorking({ zh: '正在更换口令…', en: 'Changing the passphrase…' });
    await vault.changePassphrase({ current, next });
    if (options.json) printDocument({ changed: true });
    else say(inLanguage({ zh: '口令已更换。', en: 'The passphrase was changed.' }));
  });
}
