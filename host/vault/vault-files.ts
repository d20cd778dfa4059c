import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';
import { fileError } from '../store/file-error.ts';
import { temporaryEnding, writeFileDurably } from '../store/write-file-durably.ts';
import { readVaultText, type VaultText } from './vault-document.ts';
import { damagedVault, isDamage, missingVault, noPreviousVault, noVault, vaultNotDamaged } from './vault-refusals.ts';

const fileName = 'vault.hufu';
const onlyForUser = { mode: 0o600 };
const largestFile = 64 * 1024 * 1024;

/** The file of the vault and its previous good copy. All that writes must be called by one process at a time. */
export interface VaultFiles {
  readonly path: string;
  /** False also when only the previous copy is left: then the vault is missing, not absent. */
  isAbsent(): boolean;
  /**
   * The newest file; read again only when the system says that it changed. The same object as long as its bytes are the
   * same. Throws `vault.none`, `vault.missing`, and what `readVaultText` throws.
   */
  read(): VaultText;
  /** The same without relying on time stamps, which two writes in one tick of the clock may share: before any change. */
  readAfresh(): VaultText;
  /** Writes both copies: damage to one file loses nothing, and what was removed stands in neither. */
  replace(text: string): void;
  previousSavedAt(): number | undefined;
  /** `forged`: a file that is damaged although it reads. Throws `vault.noPrevious`, `vault.notDamaged`. */
  restorePrevious(options: { readonly forged: VaultText | undefined }): void;
}

export function createVaultFiles(directory: string): VaultFiles {
  const path = join(directory, fileName);
  const previousPath = `${path}.previous`;
  let known: { readonly stamp: string; readonly bytes: Buffer; readonly text: VaultText } | undefined;

  function stampOf(): string {
    const { mtimeNs, ctimeNs, size, ino } = statSync(path, { bigint: true });
    return [mtimeNs, ctimeNs, size, ino].join(' ');
  }

  function read(afresh: boolean): VaultText {
    const found = ifThere(path, () => {
      const stamp = stampOf();
      if (!afresh && known?.stamp === stamp) return known;
      const bytes = bytesOf(path);
      return { stamp, bytes, text: known?.bytes.equals(bytes) ? known.text : readVaultText(bytes, path) };
    });
    if (!found) throw existsSync(previousPath) ? missingVault(path) : noVault();
    known = found;
    return found.text;
  }

  function removeLeftovers(): void {
    const own = (name: string): boolean => name.startsWith(`${fileName}.`) && name.endsWith(temporaryEnding);
    for (const name of readdirSync(directory).filter(own)) rmSync(join(directory, name), { force: true });
  }

  function previous(): { readonly bytes: Buffer; readonly text: VaultText } | undefined {
    try {
      return ifThere(previousPath, () => {
        const bytes = bytesOf(previousPath);
        return { bytes, text: readVaultText(bytes, previousPath) };
      });
    } catch (error) {
      if (error instanceof HufuError) return undefined;
      throw error;
    }
  }

  function requireDamage(forged: VaultText | undefined): void {
    try {
      if (read(true) === forged) return;
    } catch (error) {
      if (error instanceof HufuError && isDamage(error)) return;
      throw error;
    }
    throw vaultNotDamaged(path);
  }

  return {
    path,
    isAbsent: () => !existsSync(path) && !existsSync(previousPath),
    read: () => read(false),
    readAfresh: () => read(true),
    replace: (text) =>
      attempt(path, () => {
        const bytes = Buffer.from(text, 'utf8');
        removeLeftovers();
        // The copy first: when the file itself has the new content, nothing older is left beside it. A new vault begins
        // with the file: a copy alone would be taken for what is left of a lost one.
        const order = existsSync(path) ? [previousPath, path] : [path, previousPath];
        for (const file of order) writeFileDurably(file, bytes, onlyForUser);
      }),
    previousSavedAt: () => previous()?.text.document.savedAt,
    restorePrevious({ forged }) {
      requireDamage(forged);
      const good = previous();
      if (!good) throw noPreviousVault(previousPath);
      attempt(path, () => {
        if (existsSync(path)) renameSync(path, freeName(`${path}.damaged-${timestamp()}`));
        writeFileDurably(path, good.bytes, onlyForUser);
      });
    },
  };
}

/** A file that no vault grows to is not read at all. */
function bytesOf(file: string): Buffer {
  if (statSync(file).size > largestFile) throw damagedVault(file, { zh: '超过 64 MB', en: 'it is larger than 64 MB' });
  return readFileSync(file);
}

/** What the system says is given as a sentence. */
function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof HufuError ? error : fileError(error, path);
  }
}

/** Undefined when the file is not there, be it only since a moment ago. */
function ifThere<Result>(path: string, work: () => Result): Result | undefined {
  return attempt(path, () => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** `yyyyMMddHHmmss`, UTC. */
function timestamp(): string {
  return new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14);
}
