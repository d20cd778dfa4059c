import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';
import { systemDisk } from '../store/disk.ts';
import { makeFolders } from '../store/make-folders.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import type { Body } from './pack-document.ts';

/** A body that no call names is left alone for so long: the process that wrote it may be about to name it. */
const graceMilliseconds = 10 * 60 * 1000;

/** Large bodies as files, each named by the SM3 of its bytes: `bodies/3f/3fa4…`. */
export interface HistoryBodies {
  /** Durable when it returns. Throws the errors of the disk. */
  keep(body: Body): void;
  /** Throws `history.bodyLost`. */
  read(name: string): Uint8Array;
  /** Removes what `isNamed` does not know. Returns how many files went. */
  sweep(isNamed: (name: string) => boolean): number;
}

export function openHistoryBodies(
  folder: string,
  { now = Date.now }: { readonly now?: () => number } = {},
): HistoryBodies {
  const pathOf = (name: string): string => {
    // A name comes from a database that somebody may have made.
    if (!/^[0-9a-f]{64}$/.test(name)) throw bodyLost(name);
    return join(folder, name.slice(0, 2), name);
  };
  return {
    keep({ name, bytes }) {
      const path = pathOf(name);
      if (existsSync(path) && statSync(path).size === bytes.length) {
        const moment = now() / 1000;
        utimesSync(path, moment, moment);
        return;
      }
      makeFolders(join(folder, name.slice(0, 2)), systemDisk);
      writeFileDurably(path, bytes, { mode: 0o600 });
    },
    read(name) {
      try {
        return readFileSync(pathOf(name));
      } catch {
        throw bodyLost(name);
      }
    },
    sweep(isNamed) {
      let removed = 0;
      for (const path of filesBelow(folder)) {
        const name = path.slice(-64);
        if (/^[0-9a-f]{64}$/.test(name) && isNamed(name)) continue;
        if (now() - statSync(path).mtimeMs < graceMilliseconds) continue;
        rmSync(path, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function bodyLost(name: string): HufuError {
  return new HufuError({
    code: 'history.bodyLost',
    text: {
      zh: `这次调用的一个大报文（${name.slice(0, 16)}…）不在 bodies 文件夹里了，无法完整显示；若有备份，请把它放回去。`,
      en: `A large body of this call (${name.slice(0, 16)}…) is no longer in the folder bodies and the call cannot be shown whole; put it back from a backup if there is one.`,
    },
  });
}
