import type { Disk } from '../store/disk.ts';

/** What lies in a folder; nothing when it is not there or cannot be looked into. */
export function namesIn(folder: string, disk: Disk): readonly string[] {
  try {
    return disk.list(folder).map(({ name }) => name);
  } catch {
    return [];
  }
}
