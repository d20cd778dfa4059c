import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';

/** Writes a new file that this user alone may read. Throws `export.path`, `export.exists`, `export.failed`; leaves nothing half written. */
export function exportFile(path: string, text: string): void {
  if (!isAbsolute(path)) {
    throw refusal('export.path', {
      zh: `导出位置应为完整路径，实际是“${path}”。`,
      en: `Where to export must be a full path and is "${path}".`,
    });
  }
  let file: number;
  try {
    // `x`: what is there already is never replaced, a link somebody put there is not followed.
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    throw cannotWrite(path, codeOf(error));
  }
  try {
    writeSync(file, text.endsWith('\n') ? text : `${text}\n`);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw cannotWrite(path, codeOf(error));
  } finally {
    closeSync(file);
  }
}

function cannotWrite(path: string, reason: string): HufuError {
  if (reason === 'EEXIST') {
    return refusal('export.exists', {
      zh: `${path} 已经存在，没有覆盖；请换一个文件名。`,
      en: `${path} exists and was not replaced; choose another name.`,
    });
  }
  return refusal('export.failed', {
    zh: `写不了 ${path}（${reason}）；请检查文件夹是否存在、是否可写、磁盘是否已满。`,
    en: `${path} cannot be written (${reason}); check that the folder exists and can be written, and that the disk is not full.`,
  });
}

function refusal(code: string, text: { readonly zh: string; readonly en: string }): HufuError {
  return new HufuError({ code, field: 'path', text });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
