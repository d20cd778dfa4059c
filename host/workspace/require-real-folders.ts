import { join } from 'node:path';
import type { Disk } from '../store/disk.ts';
import { linkedFolder } from './workspace-refusals.ts';

/**
 * Below the first of them each is a folder itself or not there yet: a link that somebody put in its place would take what
 * is saved out of the workspace. Throws `workspace.link`.
 */
export function requireRealFolders([root = '', ...names]: readonly string[], disk: Disk): void {
  let path = root;
  for (const name of names) {
    path = join(path, name);
    const kind = disk.status(path)?.kind ?? 'folder';
    if (kind !== 'folder') throw linkedFolder(path);
  }
}
