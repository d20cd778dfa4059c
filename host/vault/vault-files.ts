import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';
import { fileError } from '../store/file-error.ts';
import { temporaryEnding, writeFileDurably } from '../store/write-file-durably.ts';
import { readVaultText, type VaultText } from './vault-document.ts';
import { missingVault, noPreviousVault, noVault, vaultNotDamaged } from './vault-refusals.ts';

const fileName = 'vault.hufu';
const onlyForUser = { mode: 0o600 };

/** The file of the vault and its previous good copy. All that writes must be called by one process at a time. */
export interface VaultFiles {
  readonly path: string;
  /** False also when only the previous copy is left: then the vault is missing, not absent. */
  isAbsent(): boolean;
  /** The newest file; parsed again only when it changed. Throws `vault.none`, `vault.missing`, and what `readVaultText` throws. */
  read(): VaultText;
  /** Keeps what is there as the previous copy; with `forget`, what is new is that copy too. */
  replace(text: string, options: { readonly forget: boolean }): void;
  previousSavedAt(): number | undefined;
  restorePrevious(): void;
}

export function createVaultFiles(directory: string): VaultFiles {
  const path = join(directory, fileName);
  const previousPath = `${path}.previous`;
  let known: { readonly stamp: string; readonly text: VaultText } | undefined;

  function stampOf(): string | undefined {
    try {
      const { mtimeNs, ctimeNs, size, ino } = statSync(path, { bigint: true });
      return [mtimeNs, ctimeNs, size, ino].join(' ');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw fileError(error, path);
    }
  }

  function bytesOf(file: string): Buffer {
    try {
      return readFileSync(file);
    } catch (error) {
      throw fileError(error, file);
    }
  }

  function read(): VaultText {
    const stamp = stampOf();
    if (stamp === undefined) throw existsSync(previousPath) ? missingVault(path) : noVault();
    if (known?.stamp === stamp) return known.text;
    const text = readVaultText(bytesOf(path), path);
    known = { stamp, text };
    return text;
  }

  /** A second name for the old file costs nothing; where the file system has no such names it is copied. */
  function keepAsPrevious(): void {
    const temporary = `${previousPath}${temporaryEnding}`;
    try {
      rmSync(temporary, { force: true });
      linkSync(path, temporary);
      renameSync(temporary, previousPath);
      // Both names may be of one file, after a crash between two steps; then renaming does nothing.
      rmSync(temporary, { force: true });
    } catch {
      writeFileDurably(previousPath, bytesOf(path), onlyForUser);
    }
  }

  function removeLeftovers(): void {
    const own = (name: string): boolean => name.startsWith(`${fileName}.`) && name.endsWith(temporaryEnding);
    for (const name of readdirSync(directory).filter(own)) rmSync(join(directory, name), { force: true });
  }

  function previous(): VaultText | undefined {
    try {
      return existsSync(previousPath) ? readVaultText(bytesOf(previousPath), previousPath) : undefined;
    } catch (error) {
      if (error instanceof HufuError) return undefined;
      throw error;
    }
  }

  return {
    path,
    isAbsent: () => !existsSync(path) && !existsSync(previousPath),
    read,
    replace(text, { forget }) {
      const bytes = Buffer.from(text, 'utf8');
      removeLeftovers();
      if (forget) writeFileDurably(previousPath, bytes, onlyForUser);
      else if (existsSync(path)) keepAsPrevious();
      writeFileDurably(path, bytes, onlyForUser);
    },
    previousSavedAt: () => previous()?.document.savedAt,
    restorePrevious() {
      if (!previous()) throw noPreviousVault(previousPath);
      if (existsSync(path)) {
        if (isSound(read)) throw vaultNotDamaged(path);
        renameSync(path, freeName(`${path}.damaged-${timestamp()}`));
      }
      writeFileDurably(path, bytesOf(previousPath), onlyForUser);
    },
  };
}

function isSound(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof HufuError) return false;
    throw error;
  }
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
