import { publicKeyForms } from '../../../shared/model/key.ts';
import { printDocument, printLine } from '../../output.ts';
import { findKey } from '../../ring/find-key.ts';
import { keyDocument, keyLines } from '../../ring/key-output.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { usage } from '../../usage-error.ts';

export interface ShowOptions extends KeyStoreOptions {
  readonly form?: string;
  readonly json?: boolean;
}

/** Everything about a key but the key itself; with `--form` its public half alone. */
export async function show(id: string, options: ShowOptions): Promise<void> {
  const form = options.form === undefined ? undefined : readPublicForm(options.form);
  await withKeyStore(options, async (use) => {
    await unlockVault(use);
    const { keys } = use.store;
    const key = findKey(keys.ring(), id);
    const text = form && keys.exportPublic({ id: key.id, form });
    if (options.json) printDocument({ ...keyDocument(key), ...(form && { exported: { form, text } }) });
    else if (text !== undefined) printLine(text.trimEnd());
    else for (const line of keyLines(key)) printLine(line);
  });
}

function readPublicForm(text: string) {
  const form = publicKeyForms.find((known) => known === text);
  if (form) return form;
  throw usage('key.exportForm', '--form', [
    `show 只给出公开的一半，形式有：${publicKeyForms.join('、')}；其他形式用 hufu keys export。`,
    `show gives public halves only, as ${publicKeyForms.join(', ')}; for other forms there is hufu keys export.`,
  ]);
}
