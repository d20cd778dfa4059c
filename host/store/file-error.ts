import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError } from '../../shared/hufu-error.ts';

interface Failure {
  readonly code: string;
  readonly text: (path: string) => Bilingual;
}

const full: Failure = {
  code: 'store.full',
  text: (path) => ({
    zh: `磁盘已满，${path} 没有写入，原有内容未动；请腾出空间后重试。`,
    en: `The disk is full: ${path} was not written and what was there stands; free some space and try again.`,
  }),
};

const readOnly: Failure = {
  code: 'store.readOnly',
  text: (path) => ({
    zh: `${path} 不可写，原有内容未动；请检查该文件及所在目录的写权限，或用 HUFU_STATE 指定另一个可写的目录。`,
    en: `${path} cannot be written and what was there stands; give this user write access to the file and its folder, or name a writable folder in HUFU_STATE.`,
  }),
};

const failures: Readonly<Record<string, Failure>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: readOnly,
  EACCES: readOnly,
  EPERM: readOnly,
};

/** What the system says about a file as a sentence; `error` itself when it is no answer of the system. */
export function fileError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const reason = String(error.code);
  const failure = failures[reason];
  if (failure) return new HufuError({ code: failure.code, text: failure.text(path) });
  return new HufuError({
    code: 'store.inputOutput',
    text: {
      zh: `读写 ${path} 时出错（${reason}），原有内容未动；请检查磁盘后重试。`,
      en: `${path} could not be read or written (${reason}) and what was there stands; check the disk and try again.`,
    },
  });
}
