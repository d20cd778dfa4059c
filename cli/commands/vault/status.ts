import type { VaultStatus } from '../../../shared/model/vault.ts';
import { inLanguage } from '../../language.ts';
import { errorDocument, printDocument, printLine } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface StatusOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** What can be told without the passphrase; exit code 1 when the vault is damaged. */
export async function status(options: StatusOptions): Promise<void> {
  await withKeyStore(options, async ({ store }) => {
    const found = await store.vault.status({ settled: true });
    if (options.json) printDocument(statusDocument(found));
    else for (const line of statusLines(found)) printLine(line);
    if (found.state === 'damaged') process.exitCode = 1;
  });
}

function statusDocument({ state, problem, previousSavedAt, idleMinutes, remembering }: VaultStatus): object {
  return {
    state,
    problem: problem ? errorDocument(problem) : null,
    previousSavedAt: previousSavedAt === undefined ? null : new Date(previousSavedAt).toISOString(),
    idleMinutes,
    remembering: remembering.state,
  };
}

function statusLines({ state, problem, previousSavedAt, remembering }: VaultStatus): readonly string[] {
  const saved = previousSavedAt === undefined ? undefined : new Date(previousSavedAt).toISOString();
  return [
    inLanguage(stateWords[state]),
    ...(problem ? [inLanguage(problem.text)] : []),
    ...(saved === undefined
      ? []
      : [
          inLanguage({
            zh: `上一份完好的副本写于 ${saved}；hufu vault restore 可恢复。`,
            en: `The previous good copy was written ${saved}; hufu vault restore puts it back.`,
          }),
        ]),
    ...(remembering.state === 'remembered'
      ? [
          inLanguage({
            zh: `由${remembering.store.zh}记住，打开时不问口令。`,
            en: `Remembered by ${remembering.store.en}: opens without the passphrase.`,
          }),
        ]
      : []),
  ];
}

const stateWords = {
  none: { zh: '还没有保险箱。', en: 'There is no vault yet.' },
  locked: { zh: '保险箱完好，已锁定。', en: 'The vault is sound and locked.' },
  open: { zh: '保险箱已打开。', en: 'The vault is open.' },
  damaged: { zh: '保险箱读不出来。', en: 'The vault cannot be read.' },
} as const;
