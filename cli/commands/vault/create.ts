import { HufuError } from '../../../shared/hufu-error.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, say } from '../../output.ts';
import { sayWorking } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface CreateOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** Makes the vault with its first passphrase. Throws `vault.exists` before a passphrase is asked for. */
export async function create(options: CreateOptions): Promise<void> {
  await withKeyStore(options, async ({ store: { vault }, passphrase }) => {
    if ((await vault.status()).state !== 'none') throw alreadyThere();
    const chosen = await passphrase.chosen();
    sayWorking({ zh: '正在建立保险箱…', en: 'Making the vault…' });
    await vault.create(chosen);
    if (options.json) printDocument({ created: true });
    else {
      say(
        inLanguage({
          zh: '已建立。口令忘记后无法找回，请另外保存好。',
          en: 'Made. A forgotten passphrase cannot be recovered; keep it somewhere safe.',
        }),
      );
    }
  });
}

function alreadyThere(): HufuError {
  return new HufuError({
    code: 'vault.exists',
    text: {
      zh: '已经有保险箱，没有改动；hufu vault status 说明它的状态，hufu vault passphrase 更换口令。',
      en: 'There is a vault already, left untouched; hufu vault status says how it stands, hufu vault passphrase changes its passphrase.',
    },
  });
}
