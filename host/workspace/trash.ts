import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Disk } from '../store/disk.ts';
import { makeFolders } from '../store/make-folders.ts';
import { moveDurably } from '../store/move-durably.ts';
import { removeTree } from '../store/remove-tree.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { namesIn } from './names-in.ts';
import { unknownRemoval } from './workspace-refusals.ts';

const keptDays = 30;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** What was removed and from where. */
const noteSchema = z.object({
  format: z.literal(1),
  /** Of the request or folder, below `collections`. */
  path: z.string(),
  /** Milliseconds since 1970 UTC. */
  removedAt: z.number(),
});
export type TrashNote = z.infer<typeof noteSchema>;

export interface Trash {
  /** Takes a file or folder away, durably; returns the name under which it is kept. */
  take(from: string, path: string): string;
  /** Throws `removal.unknown`. */
  note(removal: string): TrashNote;
  /** Moves what was removed to a free place, and forgets it. */
  giveBack(removal: string, to: string): void;
  /** What is older than 30 days goes for good. */
  clean(): void;
}

const noteFile = 'removed.json';
const content = 'content';

export function openTrash({
  folder,
  disk,
  now = Date.now,
}: {
  readonly folder: string;
  readonly disk: Disk;
  readonly now?: () => number;
}): Trash {
  function note(removal: string): TrashNote {
    if (!/^[0-9a-f-]{36}$/.test(removal)) throw unknownRemoval(removal);
    try {
      const text = new TextDecoder().decode(disk.read(join(folder, removal, noteFile)));
      return noteSchema.parse(JSON.parse(text));
    } catch {
      throw unknownRemoval(removal);
    }
  }

  return {
    take(from, path) {
      const removal = randomUUID();
      const place = join(folder, removal);
      makeFolders(place, disk);
      // The note first: what is in the trash can always be brought back.
      const text = JSON.stringify({ format: 1, path, removedAt: now() } satisfies TrashNote);
      writeFileDurably(join(place, noteFile), new TextEncoder().encode(text), { mode: 0o600, disk });
      moveDurably(from, join(place, content), disk);
      return removal;
    },
    note,
    giveBack(removal, to) {
      note(removal);
      const place = join(folder, removal);
      if (!disk.status(join(place, content))) throw unknownRemoval(removal);
      moveDurably(join(place, content), to, disk);
      removeTree(place, disk);
    },
    clean() {
      for (const name of namesIn(folder, disk)) {
        try {
          if (now() - note(name).removedAt > keptDays * dayMilliseconds) removeTree(join(folder, name), disk);
        } catch {
          // Nothing that is not known to be old is removed; what cannot be removed today is another day.
        }
      }
    },
  };
}
