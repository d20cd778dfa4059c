import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError } from '../../shared/hufu-error.ts';

/** The refusal of every method of `RememberStore`. It holds nothing of what the store said: a key might stand in it. */
export function rememberFailed(store: Bilingual, doing: 'save' | 'load' | 'forget'): HufuError {
  const { zh, en } = texts[doing];
  return new HufuError({
    code: 'remember.failed',
    text: {
      zh: `${zh}：“${store.zh}”拒绝了请求或未及时应答，它可能已锁定；保险箱不受影响，请解锁该系统存储后重试，或使用口令。`,
      en: `${en}: the ${store.en} refused or did not answer in time, it may be locked; the vault itself is untouched, unlock the system's store and try again, or use the passphrase.`,
    },
  });
}

const texts = {
  save: { zh: '系统未能记住保险箱', en: 'The system could not remember the vault' },
  load: { zh: '未能从系统取回保险箱的密钥', en: "The vault's key could not be fetched from the system" },
  forget: { zh: '系统中记住的保险箱未能删除', en: 'What the system remembers of the vault could not be removed' },
} as const;
