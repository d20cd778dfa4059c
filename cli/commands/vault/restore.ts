import { inLanguage } from '../../language.ts';
import { printDocument, say } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface RestoreOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** Puts the previous good copy in the place of a damaged vault, which is moved aside. */
export async function restore(options: RestoreOptions): Promise<void> {
  await withKeyStore(options, async ({ store: { vault } }) => {
    vault.restorePrevious();
    if (options.json) printDocument({ restored: true });
    else {
      say(
        inLanguage({
          zh: '已恢复上一份完好的副本；读不出的那份移到了旁边，没有删除。',
          en: 'The previous good copy is back; the one that could not be read was moved aside and not deleted.',
        }),
      );
    }
  });
}
