import { HufuError } from '../../shared/hufu-error.ts';
import { inLanguage } from '../language.ts';
import { say } from '../output.ts';
import type { KeyStoreUse } from './with-key-store.ts';

/** Opens the vault unless it is open. Throws `vault.none`, `vault.wrongPassphrase`, and why a damaged one cannot be read. */
export async function unlockVault({ store: { vault }, passphrase }: KeyStoreUse): Promise<void> {
  const { state, problem } = await vault.status();
  if (state === 'open') return;
  if (problem) throw damaged(problem);
  if (state === 'none') throw noVault();
  if (!passphrase.isGiven && (await vault.openRemembered())) return;
  const given = await passphrase.current();
  sayWorking({ zh: '正在打开保险箱…', en: 'Opening the vault…' });
  await vault.unlock(given);
}

/** The same, and makes the vault when there is none yet. */
export async function unlockOrCreateVault(use: KeyStoreUse): Promise<void> {
  const { vault } = use.store;
  if ((await vault.status()).state !== 'none') return unlockVault(use);
  say(
    inLanguage({
      zh: '还没有保险箱：现在建立，口令是打开它的唯一办法，忘记后无法找回。',
      en: 'There is no vault yet: it is made now. The passphrase is the only way to open it and cannot be recovered.',
    }),
  );
  await vault.create(await use.passphrase.chosen());
}

/** Takes 0.2 to 1.5 s, which a person wants to know about and a script does not. */
export function sayWorking(text: HufuError['detail']['text']): void {
  if (process.stderr.isTTY) say(inLanguage(text));
}

function noVault(): HufuError {
  return new HufuError({
    code: 'vault.none',
    text: {
      zh: '还没有保险箱，也就没有密钥；请用 hufu keys add 存入第一把，或用 hufu vault create 建立。',
      en: 'There is no vault yet, and so no key; store the first one with hufu keys add, or make a vault with hufu vault create.',
    },
  });
}

function damaged(problem: HufuError['detail']): HufuError {
  const { zh, en } = problem.text;
  return new HufuError({
    ...problem,
    text: {
      zh: `${zh}用 hufu vault status 看有没有上一份完好的副本，用 hufu vault restore 恢复它。`,
      en: `${en} See with hufu vault status whether there is a previous good copy; hufu vault restore puts it back.`,
    },
  });
}
