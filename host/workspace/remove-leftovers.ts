import { join } from 'node:path';
import type { Disk } from '../store/disk.ts';
import { isTemporary } from './is-temporary.ts';
import { namesIn } from './names-in.ts';

const hourMilliseconds = 60 * 60 * 1000;

/** Removes what a process left behind that ended while it wrote; a younger file may still be one that is being written. */
export function removeLeftovers(
  folders: Iterable<string>,
  { disk, now = Date.now() }: { readonly disk: Disk; readonly now?: number },
): void {
  for (const folder of folders) {
    for (const name of namesIn(folder, disk).filter(isTemporary)) {
      try {
        const status = disk.status(join(folder, name));
        if (status?.kind !== 'file' || status.modifiedAt === undefined) continue;
        if (now - status.modifiedAt > hourMilliseconds) disk.remove(join(folder, name));
      } catch {
        // It disturbs nobody: what cannot be removed today is another day.
      }
    }
  }
}
