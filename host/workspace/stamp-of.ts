import type { Disk } from '../store/disk.ts';

/** State of a file; undefined when there is none, empty when the system does not tell: reading it then says why. */
export function stampOf(path: string, disk: Disk): string | undefined {
  try {
    return disk.status(path)?.stamp;
  } catch {
    return '';
  }
}
