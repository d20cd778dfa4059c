import { HufuError } from '../../shared/hufu-error.ts';

/** The slot is filled and its key cannot be taken out now. */
export function lockedVault(slot: string): HufuError {
  return new HufuError({
    code: 'vault.locked',
    field: slot,
    text: {
      zh: `密钥槽 ${slot} 的密钥在保险箱里，保险箱已锁定；请先输入口令打开。`,
      en: `The key of slot ${slot} is in the vault and the vault is locked; open it with the passphrase first.`,
    },
  });
}
