import { basename } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';
import type { Bilingual } from '../../shared/bilingual.ts';

interface Failure {
  readonly code: string;
  readonly text: (path: string) => Bilingual;
}

const readOnly: Failure = {
  code: 'store.readOnly',
  text: (path) => ({
    zh: `数据库 ${path} 不可写，请检查该文件及所在目录的写权限，或用 HUFU_STATE 指定另一个可写的目录。`,
    en: `The database ${path} cannot be written; give this user write access to the file and its folder, or name a writable folder in HUFU_STATE.`,
  }),
};

const busy: Failure = {
  code: 'store.busy',
  text: (path) => ({
    zh: `数据库 ${path} 一直被另一个进程占用，请关闭其他 Hufu 窗口或命令后重试。`,
    en: `The database ${path} stayed locked by another process; close other Hufu windows or commands and try again.`,
  }),
};

/** What is lost where a damaged file is moved away, by its name. */
const contents: Readonly<Record<string, Bilingual>> = {
  'state.db': { zh: '流水号将从头开始', en: 'serials then begin anew' },
  'history.db': { zh: '历史将从空白开始', en: 'the history then begins empty' },
};

const damaged: Failure = {
  code: 'store.damaged',
  text: (path) => {
    const lost = contents[basename(path)];
    return {
      zh: `${path} 不是完好的 SQLite 数据库，文件未作任何改动；请从备份恢复，或把它移走后重新启动${lost ? `（${lost.zh}）` : ''}。`,
      en: `${path} is not an intact SQLite database and was left untouched; restore it from a backup, or move it away and start again${lost ? ` (${lost.en})` : ''}.`,
    };
  },
};

/** By primary result code of SQLite, https://sqlite.org/rescode.html; the codes that are not here are defects of ours. */
const failures: Readonly<Record<number, Failure>> = {
  3: readOnly,
  5: busy,
  6: busy,
  8: readOnly,
  10: {
    code: 'store.inputOutput',
    text: (path) => ({
      zh: `读写数据库 ${path} 时磁盘出错，本次改动未保存；请检查磁盘后重试。`,
      en: `The disk failed while the database ${path} was read or written and the change was not saved; check the disk and try again.`,
    }),
  },
  11: damaged,
  13: {
    code: 'store.full',
    text: (path) => ({
      zh: `磁盘已满，数据库 ${path} 的本次改动未保存；请腾出空间后重试。`,
      en: `The disk is full and the change to the database ${path} was not saved; free some space and try again.`,
    }),
  },
  14: {
    code: 'store.cannotOpen',
    text: (path) => ({
      zh: `无法打开数据库 ${path}，应为可读写的文件；请检查路径和权限，或用 HUFU_STATE 指定另一个目录。`,
      en: `The database ${path} cannot be opened, a readable and writable file is expected; check the path and its permissions, or name another folder in HUFU_STATE.`,
    }),
  },
  26: damaged,
};

/** The binding's `all` throws the text of SQLite alone, without its code. */
const codeOfText: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'unable to open database file': 14,
  'file is not a database': 26,
};

/** `error` as a sentence when the user can do something about it, otherwise `error` itself. */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  // Extended result codes hold the primary one in their lowest byte.
  const code = 'errcode' in error ? Number(error.errcode) & 0xff : codeOfText[error.message];
  const failure = failures[code ?? -1];
  return failure ? new HufuError({ code: failure.code, text: failure.text(path) }) : error;
}
