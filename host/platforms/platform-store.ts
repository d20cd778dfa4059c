import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { OwnPlatform, OwnPlatformContent } from '../../shared/own-platform/own-platform.ts';
import type { Providers } from '../../shared/providers/providers.ts';

/** A platform's file as it stands. */
export interface PlatformFile extends OwnPlatform {
  /** Of the workspace: `providers/mine.yaml`. */
  readonly path: string;
  readonly content: OwnPlatformContent;
  /** The text is no YAML: nothing else is known of it. */
  readonly isBroken?: true;
  readonly text: string;
  /** Changes with every byte. */
  readonly digest: string;
}

export interface SavePlatform {
  readonly id: string;
  /** What is written; comments and order of the file stay as far as they are about the same. */
  readonly content: OwnPlatformContent;
  /** Digest of the file that was edited; absent for a new one. */
  readonly base?: string | undefined;
}

/**
 * The workspace's own platforms, one file each: `<folder>/<id>.yaml`. Errors: `platform.unknown`, `platform.exists`,
 * `platform.changedOnDisk`, `platform.unreadable` with line and column, `platform.id`, and those of the disk.
 */
export interface PlatformStore {
  /** The built-in platforms, and those whose files are without errors. */
  readonly providers: Providers;
  list(): { readonly files: readonly PlatformFile[]; readonly problems: readonly HufuErrorDetail[] };
  file(id: string): PlatformFile;
  /** What a text would come to as the file of a platform; nothing is written. */
  check(id: string, text: string): OwnPlatform;
  save(platform: SavePlatform): PlatformFile;
  /** The text of a file as somebody typed it, also with errors in the profile; what is no YAML is refused. */
  saveText(platform: { readonly id: string; readonly text: string; readonly base?: string | undefined }): PlatformFile;
  remove(id: string): void;
}
