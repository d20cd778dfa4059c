import { join } from 'node:path';
import { z } from 'zod';
import { HufuError } from '../../shared/hufu-error.ts';
import type { HistoryEntry, HistoryFacets, HistoryPage, HistoryQuery, Retention } from '../../shared/model/history.ts';
import { openDatabase, type SqlRow } from '../store/database.ts';
import { openHistoryBodies } from './history-bodies.ts';
import { historyMigrations } from './history-migrations.ts';
import { filterConditions, folded, storable, textConditions, type Condition } from './history-search.ts';
import type { HistoryRecord, HistoryStore } from './history-store.ts';
import { isRunning, thisProcess } from './process-owner.ts';

export interface HistoryStoreOptions {
  /** Folder of `history.db` and `bodies`. */
  readonly directory: string;
  readonly now?: () => number;
  /** Pages that the database may have: for a test of what a full disk does. */
  readonly mostPages?: number;
}

/** Removed calls can be brought back for a day. */
const removedKeptMilliseconds = 24 * 60 * 60 * 1000;
const dayMilliseconds = 24 * 60 * 60 * 1000;
/** Entries that are indexed in one transaction: others wait for it. */
const indexBatch = 50;
/** Calls that a search looks through before it asks the index. */
const lookedAtFirst = 3000;
/** Entries that are removed in one transaction. */
const cleanBatch = 500;
/** 16 MB of pages: more does not make a scan faster. */
const cacheKibibytes = 16_384;

/** See `HistoryStore`. Opening looks at nothing but the version of the file. */
export function openHistoryStore({ directory, now = Date.now, mostPages }: HistoryStoreOptions): HistoryStore {
  const database = openDatabase(join(directory, 'history.db'), { migrations: historyMigrations });
  database.execute(`PRAGMA cache_size = -${cacheKibibytes}`);
  if (mostPages !== undefined) database.execute(`PRAGMA max_page_count = ${mostPages}`);
  const bodies = openHistoryBodies(join(directory, 'bodies'), { now });

  function seqOf(id: string): number {
    const row = database.get('SELECT seq FROM entry WHERE id = ? AND removed_at IS NULL', storable(id));
    if (!row) throw unknownCall(id);
    return Number(row['seq']);
  }

  /** Writes the rows of a call; a known one keeps what a user added to it. */
  function write({ entry, text, document, bodies: large }: HistoryRecord): void {
    const { id, pinned: _pinned, note: _note, tags: _tags, ...summary } = entry;
    const owner = entry.verdict === 'sending' ? thisProcess() : null;
    database.run(
      `INSERT INTO entry (id, at, kept_since, platform, interface, environment, request_id, verdict, status, size, pinned, note, owner, summary)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET at = excluded.at, kept_since = excluded.kept_since, platform = excluded.platform, interface = excluded.interface,
         environment = excluded.environment, request_id = excluded.request_id, verdict = excluded.verdict,
         status = excluded.status, size = excluded.size, owner = excluded.owner, summary = excluded.summary`,
      id,
      entry.startedAt,
      entry.importedAt ?? entry.startedAt,
      entry.platform,
      storable(entry.interface),
      storable(entry.environment),
      entry.requestId === undefined ? null : storable(entry.requestId),
      entry.verdict,
      entry.status ? storable(entry.status.code) : null,
      entry.size,
      entry.pinned ? 1 : 0,
      storable(entry.note),
      owner,
      storable(JSON.stringify(summary)),
    );
    const seq = Number(database.get('SELECT seq FROM entry WHERE id = ?', id)?.['seq']);
    for (const tag of entry.tags)
      database.run('INSERT OR IGNORE INTO tag (seq, name) VALUES (?, ?)', seq, storable(tag));
    database.run(
      'INSERT INTO document (seq, text) VALUES (?, ?) ON CONFLICT DO UPDATE SET text = excluded.text',
      seq,
      Buffer.from(document, 'utf8'),
    );
    database.run('DELETE FROM body WHERE seq = ?', seq);
    for (const { name, bytes } of large) {
      database.run('INSERT INTO body (seq, name, size) VALUES (?, ?, ?)', seq, name, bytes.length);
    }
    // With the marks that it had before, if it was known.
    writeText(seq, `${words(entryOf(seq))}\n${text}`);
  }

  function writeText(seq: number, text: string): void {
    database.run(
      'INSERT INTO entry_text (seq, folded) VALUES (?, ?) ON CONFLICT DO UPDATE SET folded = excluded.folded',
      seq,
      folded(text),
    );
    // The index holds the old words until it is filled again; a hit is compared with the text itself.
    database.run('INSERT OR IGNORE INTO not_indexed (seq) VALUES (?)', seq);
  }

  /** Brings what a search looks in to what a user added. */
  function rewriteWords(seq: number, before: HistoryEntry): void {
    const row = database.get('SELECT folded FROM entry_text WHERE seq = ?', seq);
    const rest = textOf(row?.['folded']).slice(folded(words(before)).length);
    writeText(seq, `${words(entryOf(seq))}${rest}`);
  }

  function entryOf(seq: number): HistoryEntry {
    const row = database.get(`SELECT ${entryColumns} FROM entry e WHERE e.seq = ?`, seq);
    if (!row) throw unknownCall(String(seq));
    return readEntry(row);
  }

  function list({ filter, after, limit }: HistoryQuery): HistoryPage {
    const conditions = [...filterConditions(filter)];
    if (after !== undefined) {
      const [at, seq] = readCursor(after);
      conditions.push({ sql: '(e.at, e.seq) < (?, ?)', values: [at, seq] });
    }
    const { indexed, words: inText } = textConditions(filter.text ?? '');
    const search = (source: string, all: readonly Condition[]): readonly SqlRow[] =>
      database.all(
        `SELECT ${entryColumns} FROM ${source} ${whereOf(all)} ORDER BY e.at DESC, e.seq DESC LIMIT ?`,
        ...all.flatMap(({ values }) => values),
        limit + 1,
      );
    const rows =
      inText.length === 0 ? search('entry e', conditions) : searchText(search, { conditions, indexed, inText, limit });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      entries: shown.map(readEntry),
      ...(rows.length > limit && last && { next: `${Number(last['at'])}.${Number(last['seq'])}` }),
    };
  }

  /** A word that stands in many calls is found in the newest of them before the index has counted them all. */
  function searchText(
    search: (source: string, all: readonly Condition[]) => readonly SqlRow[],
    {
      conditions,
      indexed,
      inText,
      limit,
    }: {
      readonly conditions: readonly Condition[];
      readonly indexed: readonly Condition[];
      readonly inText: readonly Condition[];
      readonly limit: number;
    },
  ): readonly SqlRow[] {
    if (indexed.length > 0) {
      const newest = `(SELECT e.* FROM entry e ${whereOf(conditions)} ORDER BY e.at DESC, e.seq DESC LIMIT ${lookedAtFirst}) e
        CROSS JOIN entry_text t ON t.seq = e.seq`;
      const values = conditions.flatMap((condition) => condition.values);
      const found = search(newest, [{ sql: 'TRUE', values }, ...inText]);
      if (found.length > limit) return found;
    }
    return search('entry e CROSS JOIN entry_text t ON t.seq = e.seq', [...conditions, ...indexed, ...inText]);
  }

  function facets(): HistoryFacets {
    const distinct = (column: string): readonly string[] =>
      database
        .all(`SELECT DISTINCT ${column} AS value FROM entry WHERE removed_at IS NULL AND ${column} <> '' ORDER BY 1`)
        .map(({ value }) => String(value));
    const total = database.get(
      'SELECT count(*) AS total, coalesce(sum(size), 0) AS size FROM entry WHERE removed_at IS NULL',
    );
    return {
      total: Number(total?.['total']),
      size: Number(total?.['size']),
      platforms: distinct('platform'),
      interfaces: distinct('interface'),
      environments: distinct('environment'),
      statuses: distinct('status'),
      tags: database
        .all('SELECT DISTINCT name FROM tag JOIN entry USING (seq) WHERE removed_at IS NULL ORDER BY 1')
        .map(({ name }) => String(name)),
    };
  }

  /** Removes up to a batch of entries for good; returns how many went. */
  function removeWhere(condition: string, ...values: readonly number[]): number {
    let removed = 0;
    for (;;) {
      const batch = database.transaction(() => {
        const seqs = database
          .all(`SELECT seq FROM entry WHERE ${condition} LIMIT ${cleanBatch}`, ...values)
          .map(({ seq }) => Number(seq));
        for (const seq of seqs) {
          database.run('DELETE FROM trigram WHERE rowid = ?', seq);
          database.run('DELETE FROM not_indexed WHERE seq = ?', seq);
          database.run('DELETE FROM entry WHERE seq = ?', seq);
        }
        return seqs.length;
      });
      removed += batch;
      if (batch < cleanBatch) return removed;
    }
  }

  return {
    put(record) {
      for (const body of record.bodies) bodies.keep(body);
      database.transaction(() => write(record));
    },
    list,
    facets,
    load(id) {
      const seq = seqOf(id);
      const row = database.get('SELECT text FROM document WHERE seq = ?', seq);
      if (!(row?.['text'] instanceof Uint8Array)) throw unknownCall(id);
      const names = database.all('SELECT name FROM body WHERE seq = ?', seq).map(({ name }) => String(name));
      return {
        entry: entryOf(seq),
        document: Buffer.from(row['text']).toString('utf8'),
        bodies: names.map((name) => ({ name, bytes: bodies.read(name) })),
      };
    },
    mark({ ids, pinned, note, tags }) {
      database.transaction(() => {
        for (const id of ids) {
          const seq = seqOf(id);
          const before = entryOf(seq);
          if (pinned !== undefined) database.run('UPDATE entry SET pinned = ? WHERE seq = ?', pinned ? 1 : 0, seq);
          if (note !== undefined) database.run('UPDATE entry SET note = ? WHERE seq = ?', storable(note), seq);
          if (tags) {
            database.run('DELETE FROM tag WHERE seq = ?', seq);
            for (const tag of tags)
              database.run('INSERT OR IGNORE INTO tag (seq, name) VALUES (?, ?)', seq, storable(tag));
          }
          if (note !== undefined || tags) rewriteWords(seq, before);
        }
      });
    },
    remove(ids) {
      database.transaction(() => {
        for (const id of ids) database.run('UPDATE entry SET removed_at = ? WHERE seq = ?', now(), seqOf(id));
      });
    },
    restore(ids) {
      database.transaction(() => {
        for (const id of ids) {
          if (database.run('UPDATE entry SET removed_at = NULL WHERE id = ?', storable(id)) === 0)
            throw unknownCall(id);
        }
      });
    },
    index: () =>
      database.transaction(() => {
        const rows = database.all(
          `SELECT n.seq, t.folded FROM not_indexed n LEFT JOIN entry_text t USING (seq) ORDER BY n.seq LIMIT ${indexBatch}`,
        );
        for (const { seq, folded: text } of rows) {
          database.run('DELETE FROM trigram WHERE rowid = ?', Number(seq));
          if (text !== null) {
            database.run('INSERT INTO trigram (rowid, folded) VALUES (?, ?)', Number(seq), textOf(text));
          }
          database.run('DELETE FROM not_indexed WHERE seq = ?', Number(seq));
        }
        return rows.length === indexBatch;
      }),
    clean(retention) {
      const gone = removeWhere('removed_at < ?', now() - removedKeptMilliseconds);
      const kept = "removed_at IS NULL AND pinned = 0 AND verdict <> 'sending'";
      const tooOld = removeWhere(`${kept} AND kept_since < ?`, now() - retention.days * dayMilliseconds);
      const tooMany = firstBeyond(retention).map(({ since, seq }) =>
        removeWhere(`${kept} AND (kept_since, seq) <= (?, ?)`, since, seq),
      );
      bodies.sweep((name) => database.get('SELECT 1 AS found FROM body WHERE name = ? LIMIT 1', name) !== undefined);
      return tooMany.reduce((sum, count) => sum + count, gone + tooOld);
    },
    closeInterrupted() {
      database.transaction(() => {
        const open = database.all("SELECT seq, owner, summary FROM entry WHERE verdict = 'sending'");
        for (const { seq, owner, summary } of open) {
          if (typeof owner === 'string' && isRunning(owner)) continue;
          const closed = JSON.stringify({ ...(JSON.parse(String(summary)) as object), verdict: 'interrupted' });
          database.run(
            "UPDATE entry SET verdict = 'interrupted', owner = NULL, summary = ? WHERE seq = ?",
            closed,
            Number(seq),
          );
        }
      });
    },
    take(records) {
      let added = 0;
      for (const record of records) for (const body of record.bodies) bodies.keep(body);
      database.transaction(() => {
        for (const record of records) {
          if (database.get('SELECT 1 AS found FROM entry WHERE id = ?', record.entry.id)) continue;
          write(record);
          added += 1;
        }
      });
      return { added, known: records.length - added, problems: [] };
    },
    close: () => database.close(),
  };

  /** The newest unpinned calls that go, with all older ones, so that what stays keeps to the limits. */
  function firstBeyond({ calls, megabytes }: Retention): readonly { readonly since: number; readonly seq: number }[] {
    const unpinned = 'FROM entry WHERE removed_at IS NULL AND pinned = 0';
    const newestFirst = 'ORDER BY kept_since DESC, seq DESC';
    const rows = [
      database.get(`SELECT kept_since, seq ${unpinned} ${newestFirst} LIMIT 1 OFFSET ?`, calls),
      database.get(
        `SELECT kept_since, seq FROM (SELECT kept_since, seq, sum(size) OVER (${newestFirst}) AS total ${unpinned})
         WHERE total > ? ${newestFirst} LIMIT 1`,
        megabytes * 1_000_000,
      ),
    ];
    return rows.flatMap((row) => (row ? [{ since: Number(row['kept_since']), seq: Number(row['seq']) }] : []));
  }
}

const entryColumns = `e.seq, e.id, e.at, e.pinned, e.note, e.summary,
  (SELECT json_group_array(name) FROM tag WHERE tag.seq = e.seq) AS tags`;

function whereOf(conditions: readonly Condition[]): string {
  return `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
}

function readEntry(row: SqlRow): HistoryEntry {
  const summary = JSON.parse(String(row['summary'])) as Omit<HistoryEntry, 'id' | 'pinned' | 'note' | 'tags'>;
  return {
    ...summary,
    id: String(row['id']),
    pinned: row['pinned'] === 1,
    note: String(row['note']),
    tags: z.array(z.string()).parse(JSON.parse(String(row['tags']))),
  };
}

/** What a search finds a call by, besides its messages. */
function words({
  title,
  url,
  messageId,
  id,
  status,
  note,
  tags,
  interface: service,
  environment,
}: HistoryEntry): string {
  return [
    title.zh,
    title.en,
    url,
    messageId,
    id,
    status?.code,
    status?.meaning.zh,
    status?.meaning.en,
    service,
    environment,
    note,
    ...tags,
  ]
    .filter((word) => word !== undefined && word !== '')
    .join('\n');
}

/** A column of texts. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readCursor(text: string): readonly [number, number] {
  const [at, seq] = text.split('.').map(Number);
  return Number.isSafeInteger(at) && Number.isSafeInteger(seq) ? [at ?? 0, seq ?? 0] : [0, 0];
}

function unknownCall(id: string): HufuError {
  return new HufuError({
    code: 'history.unknown',
    text: {
      zh: `历史里没有编号为“${id}”的调用，它可能已被删除或清理。`,
      en: `The history has no call "${id}"; it may have been removed or cleaned away.`,
    },
  });
}
