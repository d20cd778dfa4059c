import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import { shortestPassphrase } from '../../shared/model/vault.ts';

const refusal = (code: string, text: Bilingual): HufuError => new HufuError({ code, text });

/** `reason` completes the sentence: `its digest does not fit`. */
export function damagedVault(path: string, reason: Bilingual): HufuError {
  return refusal('vault.damaged', {
    zh: `保险箱文件 ${path} 已损坏或被改动：${reason.zh}。文件原样保留，没有覆盖。`,
    en: `The vault ${path} is damaged or was altered: ${reason.en}. It was left as it is and nothing was overwritten.`,
  });
}

export function missingVault(path: string): HufuError {
  return refusal('vault.missing', {
    zh: `保险箱文件 ${path} 不见了，但上一份完好的副本还在；可以恢复它。`,
    en: `The vault ${path} is gone, and its previous good copy is there; it can be put back.`,
  });
}

export function newerVault(path: string, format: number): HufuError {
  return refusal('vault.newerFormat', {
    zh: `保险箱文件 ${path} 的格式版本是 ${format}，本程序只认识 1；请使用更新版本的 Hufu，文件未作改动。`,
    en: `The vault ${path} has format ${format} and this program knows format 1; use a newer Hufu, the file was left untouched.`,
  });
}

export function weakVault(path: string, found: string): HufuError {
  return refusal('vault.weakParameters', {
    zh: `保险箱文件 ${path} 的口令参数是 ${found}，应为 N=131072、r=8、p=1 或更强（至多 8 倍）；参数被改弱，拒绝试口令。`,
    en: `The vault ${path} has passphrase parameters ${found}; N=131072, r=8, p=1 or stronger (up to eight times that) is expected. They were weakened or altered, so no passphrase is tried.`,
  });
}

export function noVault(): HufuError {
  return refusal('vault.none', {
    zh: '还没有保险箱；请先设定口令建立一个。',
    en: 'There is no vault yet; choose a passphrase to make one.',
  });
}

export function vaultExists(path: string): HufuError {
  return refusal('vault.exists', {
    zh: `已经有保险箱 ${path}，没有改动；请用它的口令打开。`,
    en: `There is a vault already, ${path}, and it was left untouched; open it with its passphrase.`,
  });
}

export function vaultLocked(): HufuError {
  return refusal('vault.locked', {
    zh: '保险箱已锁定，请先输入口令打开。',
    en: 'The vault is locked; open it with the passphrase first.',
  });
}

export function passphraseChanged(): HufuError {
  return refusal('vault.passphraseChanged', {
    zh: '保险箱的口令刚在别处改过，这里已锁定；请用新口令打开。',
    en: 'The passphrase of the vault was changed elsewhere and it is locked here; open it with the new one.',
  });
}

export function wrongPassphrase(): HufuError {
  return refusal('vault.wrongPassphrase', {
    zh: '口令不对（保险箱文件完好）。请检查大小写和输入法。',
    en: 'The passphrase is wrong (the vault itself is sound). Check capitals and the input method.',
  });
}

export function passphraseShort(found: number): HufuError {
  return refusal('vault.passphraseShort', {
    zh: `口令有 ${found} 个字符，至少要 ${shortestPassphrase} 个；几个不相干的词最好记也最难猜。`,
    en: `The passphrase has ${found} characters and must have at least ${shortestPassphrase}; a few unrelated words are easy to remember and hard to guess.`,
  });
}

export function otherDataKey(): HufuError {
  return refusal('vault.otherDataKey', {
    zh: '系统记住的不再是这个保险箱的密钥（口令改过）；请用口令打开。',
    en: 'What the system remembers no longer opens this vault (its passphrase was changed); open it with the passphrase.',
  });
}

export function noPreviousVault(path: string): HufuError {
  return refusal('vault.noPrevious', {
    zh: `没有可以恢复的完好副本（${path}）。`,
    en: `There is no good copy that could be put back (${path}).`,
  });
}

/** Without the name: it may hold characters that no sentence can. */
export function entryName(found: number): HufuError {
  return refusal('vault.entryName', {
    zh: `保险箱条目的名称有 ${found} 个字符，应为 1 至 200 个字符且不含控制字符；没有写入。`,
    en: `The name of a vault entry has ${found} characters; 1 to 200 without control characters are expected. Nothing was written.`,
  });
}

/** What a previous copy can mend: not a file of a newer program, and not a disk that does not answer. */
export function isDamage({ code }: HufuError): boolean {
  return code === 'vault.damaged' || code === 'vault.weakParameters' || code === 'vault.missing';
}

export function vaultNotDamaged(path: string): HufuError {
  return refusal('vault.notDamaged', {
    zh: `保险箱文件 ${path} 完好，没有恢复旧副本。`,
    en: `The vault ${path} is sound; no older copy was put in its place.`,
  });
}
