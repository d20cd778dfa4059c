import { HufuError } from '../../shared/hufu-error.ts';
import type { Database } from './database.ts';

export interface DraftSummary {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export interface DraftStore {
  /** Keeps a text under an id, replacing what was there. Errors: `draft.loneSurrogate`, `store.*`. */
  save(id: string, text: string): void;
  load(id: string): string | undefined;
  /** The last saved first. */
  list(): readonly DraftSummary[];
  /** Whether there was one. */
  remove(id: string): boolean;
}

/** What was typed and not yet saved into a workspace, in the table `draft` of the state database. */
export function createDraftStore(database: Database, { now = Date.now }: { now?: () => number } = {}): DraftStore {
  return {
    save(id, text) {
      // The file holds UTF-8: a lone surrogate would come back as U+FFFD. JSON.stringify escapes them.
      if (!id.isWellFormed() || !text.isWellFormed()) throw loneSurrogate(id);
      database.run(
        `INSERT INTO draft (id, text, saved_at) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
        id,
        Buffer.from(text, 'utf8'),
        now(),
      );
    },
    load(id) {
      const row = database.get('SELECT text FROM draft WHERE id = ?', id);
      return row?.['text'] instanceof Uint8Array ? Buffer.from(row['text']).toString('utf8') : undefined;
    },
    list: () =>
      database
        .all('SELECT id, saved_at FROM draft ORDER BY saved_at DESC, id')
        .map((row) => ({ id: String(row['id']), savedAt: Number(row['saved_at']) })),
    remove: (id) => database.run('DELETE FROM draft WHERE id = ?', id) > 0,
  };
}

function loneSurrogate(id: string): HufuError {
  const name = id.toWellFormed();
  return new HufuError({
    code: 'draft.loneSurrogate',
    text: {
      zh: `草稿 ${name} 含有不成对的代理字符，无法按 UTF-8 保存；应为完整的 Unicode 文本。`,
      en: `The draft ${name} holds half of a surrogate pair and cannot be saved as UTF-8; well-formed Unicode text is expected.`,
    },
  });
}
