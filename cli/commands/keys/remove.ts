import { inLanguage } from '../../language.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { findKey } from '../../ring/find-key.ts';
import { keyLine, useText } from '../../ring/key-output.ts';
import { saySuccessors } from '../../ring/say-successors.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { askConsent, canAsk } from '../../secrets/ask-terminal.ts';
import { usage } from '../../usage-error.ts';

export interface RemoveOptions extends KeyStoreOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** For good, after naming what would break; without `--yes` a person has to agree. */
export async function remove(id: string, options: RemoveOptions): Promise<void> {
  if (options.yes !== true && !canAsk()) throw consentNeeded();
  await withKeyStore(options, async (use) => {
    await unlockVault(use);
    const { keys } = use.store;
    const key = findKey(keys.ring(), id);
    say(keyLine(key));
    for (const one of key.uses) say(`  ${useText(one)}`);
    say(inLanguage(key.uses.length > 0 ? losesUses : losesMessages));
    if (options.yes !== true && !(await askConsent({ zh: '删除吗？', en: 'Remove it?' }))) {
      say(inLanguage({ zh: '没有删除。', en: 'Nothing was removed.' }));
      process.exitCode = 1;
      return;
    }
    keys.remove(key.id);
    saySuccessors(key, keys.ring());
    const { label, fingerprint, uses } = key;
    if (options.json)
      printDocument({ removed: { id: key.id, label, fingerprint, uses: uses.map(({ since: _, ...one }) => one) } });
    else printLine(key.id);
  });
}

const losesUses = {
  zh: '删除后这些密钥槽不再有它，用它加密的旧报文再也打不开；无法恢复。',
  en: 'These slots lose it, and messages made with it can never be opened again; it cannot be brought back.',
};
const losesMessages = {
  zh: '它不在任何密钥槽里；用它加密的旧报文再也打不开，无法恢复。',
  en: 'It is in no slot; messages made with it can never be opened again, and it cannot be brought back.',
};

function consentNeeded(): Error {
  return usage('key.consentNeeded', '--yes', [
    '删除密钥无法恢复；没有终端可以询问时，请加 --yes。',
    'Removing a key cannot be undone; where no terminal can be asked, say --yes.',
  ]);
}
