import { resolve } from 'node:path';
import { exportFile } from '../../../host/keys/export-file.ts';
import { publicKeyForms, secretKeyForms, type SecretKeyExportForm } from '../../../shared/model/key.ts';
import type { KeySummary } from '../../../shared/model/key-ring.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { findKey } from '../../ring/find-key.ts';
import { sayWorking, unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions, type KeyStoreUse } from '../../ring/with-key-store.ts';
import { askSecret, canAsk } from '../../secrets/ask-terminal.ts';
import { readKeyPassword, type KeyPasswordOptions } from '../../secrets/key-password.ts';
import { requireSeparateSources } from '../../secrets/separate-sources.ts';
import { usage } from '../../usage-error.ts';

export interface ExportOptions extends KeyStoreOptions, KeyPasswordOptions {
  readonly form: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Public forms go to standard output or a new file; secret ones to a new file only, which this user alone may read. */
export async function exportKey(id: string, options: ExportOptions): Promise<void> {
  const publicForm = publicKeyForms.find((form) => form === options.form);
  const secretForm = secretKeyForms.find((form) => form === options.form);
  if (!publicForm && !secretForm) throw unknownForm(options.form);
  const path = options.out === undefined ? undefined : resolve(options.out);
  if (secretForm && path === undefined) throw outNeeded();
  requireSeparateSources('', options);
  await withKeyStore(options, async (use) => {
    await unlockVault(use);
    const key = findKey(use.store.keys.ring(), id);
    const about = { id: key.id, fingerprint: key.fingerprint, form: options.form };
    if (secretForm && path !== undefined) {
      await exportSecret(use, { key, form: secretForm, path, options });
      return options.json ? printDocument({ ...about, path }) : printLine(path);
    }
    if (!publicForm) return;
    const text = use.store.keys.exportPublic({ id: key.id, form: publicForm });
    if (path !== undefined) exportFile(path, text);
    if (options.json) printDocument({ ...about, ...(path === undefined ? { text } : { path }) });
    else printLine(path ?? text.trimEnd());
  });
}

interface SecretExport {
  readonly key: KeySummary;
  readonly form: SecretKeyExportForm;
  readonly path: string;
  readonly options: KeyPasswordOptions;
}

async function exportSecret(use: KeyStoreUse, { key, form, path, options }: SecretExport): Promise<void> {
  const password = form === 'encrypted-pkcs8-pem' ? await filePassword(options) : undefined;
  const passphrase = await use.passphrase.current();
  sayWorking({ zh: '正在核对口令…', en: 'Checking the passphrase…' });
  await use.store.keys.exportSecret({
    id: key.id,
    form,
    path,
    passphrase,
    ...(password !== undefined && { password }),
  });
  if (form === 'encrypted-pkcs8-pem') return;
  say(
    inLanguage({
      zh: '注意：导出的密钥在保险箱之外，没有加密；用完请删除文件。',
      en: 'Note: what was exported lies outside the vault and is not encrypted; delete the file when it has served.',
    }),
  );
}

async function filePassword(options: KeyPasswordOptions): Promise<string> {
  const given = readKeyPassword(options);
  if (given !== undefined) return given;
  if (!canAsk()) {
    throw usage('key.passwordNeeded', '--password-file', [
      '加密的 PKCS#8 需要一个密码；请用 --password-file 或 --password-fd 给出。',
      'Encrypted PKCS#8 needs a password; give it with --password-file or --password-fd.',
    ]);
  }
  const first = await askSecret({ zh: '导出文件的密码', en: 'Password of the exported file' });
  if (first === (await askSecret({ zh: '再输入一次', en: 'The same once more' }))) return first;
  throw usage('secret.differs', '--password', [
    '两次输入的密码不同，没有导出。',
    'The two passwords differ; nothing was exported.',
  ]);
}

function unknownForm(form: string): Error {
  return usage('key.exportForm', '--form', [
    `没有“${form}”这种形式。公开的：${publicKeyForms.join('、')}；秘密的：${secretKeyForms.join('、')}。`,
    `There is no form "${form}". Public ones: ${publicKeyForms.join(', ')}; secret ones: ${secretKeyForms.join(', ')}.`,
  ]);
}

function outNeeded(): Error {
  return usage('export.outNeeded', '--out', [
    '秘密的形式只写入文件，不写到标准输出；请用 --out 给出一个新文件。',
    'Secret forms are written to a file and never to standard output; name a new file with --out.',
  ]);
}
