import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry, HistoryFilter } from '../../shared/model/history.ts';
import { openDatabase } from '../store/database.ts';
import { historyMigrations } from './history-migrations.ts';
import type { HistoryRecord, HistoryStore } from './history-store.ts';
import { openHistoryStore } from './open-history-store.ts';

let directory: string;
let store: HistoryStore;
let now = 1_000_000_000_000;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-history-'));
  store = openHistoryStore({ directory, now: () => now });
});

afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

const entry = (change: Partial<HistoryEntry> & Pick<HistoryEntry, 'id'>): HistoryEntry => ({
  title: { zh: '查询', en: 'Query' },
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'test',
  url: 'https://api.example/',
  startedAt: now,
  verdict: 'success',
  size: 10,
  bodiesKept: true,
  pinned: false,
  note: '',
  tags: [],
  ...change,
});

const record = (change: Partial<HistoryEntry> & Pick<HistoryEntry, 'id'>, text = ''): HistoryRecord => ({
  entry: entry(change),
  text,
  document: JSON.stringify({ id: change.id, text }),
  bodies: [],
});

const body = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { name: createHash('sha256').update(bytes).digest('hex'), bytes };
};

const ids = (filter: HistoryFilter = {}, limit = 500) => store.list({ filter, limit }).entries.map(({ id }) => id);

describe('the history', () => {
  it('finds what an array would find, whatever is asked, indexed or not', () => {
    const piece = fc.constantFrom(
      '张三',
      '三丰',
      '社会保障卡',
      'aBc',
      'ABC',
      '"',
      '%',
      '_',
      "'",
      '😀',
      '*',
      'AND',
      '\\',
      ' ',
      '\u0000',
      'é',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const put = fc.record({
      kind: fc.constant('put' as const),
      number: fc.nat(8),
      at: fc.nat(5),
      text,
      platform: fc.constantFrom('a', 'b'),
      status: fc.constantFrom('00', '30'),
    });
    const others = fc.record({
      kind: fc.constantFrom('remove' as const, 'restore' as const, 'index' as const, 'pin' as const, 'tag' as const),
      number: fc.nat(8),
      word: piece,
    });
    const search = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(fc.oneof(put, others), { maxLength: 25 }), search, (operations, wanted) => {
        rmSync(join(directory, 'x'), { force: true });
        const place = mkdtempSync(join(directory, 'run-'));
        const tried = openHistoryStore({ directory: place });
        type Kept = {
          seq: number;
          at: number;
          text: string;
          platform: string;
          status: string;
          removed: boolean;
          pinned: boolean;
          tags: string[];
          known: boolean;
        };
        const model = new Map<string, Kept>();
        let seq = 0;
        for (const operation of operations) {
          const id = `call-${operation.number}`;
          const old = model.get(id);
          if (operation.kind === 'put') {
            const { at, text: said, platform, status } = operation;
            const words = { code: status, meaning: { zh: '', en: '' } };
            tried.put(record({ id, startedAt: at, platform, status: words }, said));
            model.set(id, {
              seq: old?.seq ?? (seq += 1),
              at,
              text: said,
              platform,
              status,
              removed: old?.removed ?? false,
              pinned: old?.pinned ?? false,
              tags: old?.tags ?? [],
              known: true,
            });
          } else if (operation.kind === 'index') while (tried.index());
          else if (old) {
            if (operation.kind === 'restore') {
              tried.restore([id]);
              old.removed = false;
            } else if (!old.removed) {
              if (operation.kind === 'remove') {
                tried.remove([id]);
                old.removed = true;
              } else if (operation.kind === 'pin') {
                tried.mark({ ids: [id], pinned: true });
                old.pinned = true;
              } else {
                tried.mark({ ids: [id], tags: [operation.word] });
                old.tags = [operation.word];
              }
            }
          }
        }
        const fold = (said: string) => said.normalize('NFC').toLowerCase().replaceAll('\u0000', '\ufffd');
        const expected = (filter: HistoryFilter) =>
          [...model]
            .filter(([id, kept]) => {
              const said = fold(
                [
                  '查询',
                  'Query',
                  'https://api.example/',
                  id,
                  kept.status,
                  'cardStatus',
                  'test',
                  ...kept.tags,
                  kept.text,
                ].join('\n'),
              );
              const found = fold(filter.text ?? '')
                .split(/\s+/u)
                .filter(Boolean)
                .every((word) => said.includes(word));
              return (
                !kept.removed &&
                found &&
                (!filter.platform || kept.platform === filter.platform) &&
                (!filter.pinned || kept.pinned)
              );
            })
            .toSorted(([, one], [, other]) => other.at - one.at || other.seq - one.seq)
            .map(([id]) => id);
        const found = (filter: HistoryFilter) => tried.list({ filter, limit: 500 }).entries.map(({ id }) => id);
        for (const filter of [{}, { text: wanted }, { text: wanted, platform: 'a' }, { pinned: true }]) {
          expect(found(filter)).toEqual(expected(filter));
        }
        tried.close();
      }),
      { numRuns: 60 },
    );
  });

  it('gives page after page, nothing twice and nothing left out while new calls arrive', () => {
    for (let number = 0; number < 25; number += 1) store.put(record({ id: `c${number}`, startedAt: number % 7 }));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = store.list({ filter: {}, limit: 4, ...(after !== undefined && { after }) });
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next;
      store.put(record({ id: `new ${seen.length}`, startedAt: 100 }));
    } while (after !== undefined);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('keeps what a user added when the call is written down again', () => {
    store.put(record({ id: 'a', verdict: 'sending' }, '张三'));
    store.mark({ ids: ['a'], pinned: true, note: '证据', tags: ['重要'] });
    store.put(record({ id: 'a', verdict: 'success' }, '李四'));
    expect(store.load('a').entry).toMatchObject({ verdict: 'success', pinned: true, note: '证据', tags: ['重要'] });
    expect(ids({ text: '证据' })).toEqual(['a']);
    expect(ids({ text: '李四' })).toEqual(['a']);
    expect(ids({ text: '张三' })).toEqual([]);
  });

  it('keeps a body once, and lets it go when no call names it any more', () => {
    const large = body('大'.repeat(30_000));
    for (const id of ['a', 'b']) store.put({ ...record({ id }), bodies: [large] });
    const files = () =>
      readdirSync(join(directory, 'bodies'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files()).toHaveLength(1);
    expect(store.load('b').bodies).toEqual([{ name: large.name, bytes: Buffer.from(large.bytes) }]);
    const path = join(directory, 'bodies', large.name.slice(0, 2), large.name);
    utimesSync(path, 0, 0);
    store.remove(['a', 'b']);
    store.clean({ days: 365, calls: 1000, megabytes: 1000 });
    expect(existsSync(path)).toBe(true);
    now += 25 * 60 * 60 * 1000;
    store.clean({ days: 365, calls: 1000, megabytes: 1000 });
    expect(existsSync(path)).toBe(false);
    expect(() => store.restore(['a'])).toThrow(expect.objectContaining({ code: 'history.unknown' }));
  });

  it('says so when a body was taken away', () => {
    const large = body('x'.repeat(70_000));
    store.put({ ...record({ id: 'a' }), bodies: [large] });
    rmSync(join(directory, 'bodies', large.name.slice(0, 2), large.name));
    expect(() => store.load('a')).toThrow(expect.objectContaining({ code: 'history.bodyLost' }));
  });

  it('lets go of what is too old, too many or too large, and never of what is pinned', () => {
    for (let number = 0; number < 20; number += 1) {
      store.put(record({ id: `c${number}`, startedAt: now - number * 1000, size: 1_000_000, pinned: number === 19 }));
    }
    expect(store.clean({ days: 1, calls: 15, megabytes: 1000 })).toBe(4);
    expect(ids()).toHaveLength(16);
    store.clean({ days: 1, calls: 1000, megabytes: 10 });
    expect(ids()).toEqual([...Array.from({ length: 10 }, (_, number) => `c${number}`), 'c19']);
    now += 2 * 24 * 60 * 60 * 1000;
    store.clean({ days: 1, calls: 1000, megabytes: 1000 });
    expect(ids()).toEqual(['c19']);
    expect(ids({ text: '查询 c19' })).toEqual(['c19']);
  });

  it('counts what was taken in from when it was taken in', () => {
    const old = now - 400 * 24 * 60 * 60 * 1000;
    store.take([1, 2, 3, 4].map((number) => record({ id: `i${number}`, startedAt: old + number, importedAt: now })));
    store.put(record({ id: 'own', startedAt: old }));
    expect(store.clean({ days: 365, calls: 1000, megabytes: 1000 })).toBe(1);
    // Of one moment; still no more go than must.
    expect(store.clean({ days: 365, calls: 3, megabytes: 1000 })).toBe(1);
    expect(ids()).toEqual(['i4', 'i3', 'i2']);
  });

  it('finds calls by the beginning of their ids', () => {
    for (const id of ['3f2a-1', '3f2a-2', '3f2b-1']) store.put(record({ id }));
    expect(ids({ idBegins: '3f2a' }).toSorted()).toEqual(['3f2a-1', '3f2a-2']);
    expect(ids({ idBegins: '3f2a-1' })).toEqual(['3f2a-1']);
    expect(ids({ idBegins: '%' })).toEqual([]);
  });

  it('calls interrupted what was on its way when its program ended, and nothing else', () => {
    store.put(record({ id: 'mine', verdict: 'sending' }));
    store.put(record({ id: 'gone', verdict: 'sending' }));
    const database = openDatabase(join(directory, 'history.db'), { migrations: historyMigrations });
    database.run("UPDATE entry SET owner = '999999999 1' WHERE id = 'gone'");
    database.close();
    store.closeInterrupted();
    expect(store.load('gone').entry.verdict).toBe('interrupted');
    expect(store.load('mine').entry.verdict).toBe('sending');
    expect(ids({ verdicts: ['interrupted'] })).toEqual(['gone']);
  });

  it('takes in what it does not have', () => {
    store.put(record({ id: 'a' }, 'as it was'));
    const taken = store.take([
      record({ id: 'a' }, 'another'),
      record({ id: 'b', note: '备注', tags: ['x'], pinned: true }),
    ]);
    expect(taken).toMatchObject({ added: 1, known: 1 });
    expect(JSON.parse(store.load('a').document)).toMatchObject({ text: 'as it was' });
    expect(store.load('b').entry).toMatchObject({ note: '备注', tags: ['x'], pinned: true });
    expect(store.facets()).toMatchObject({ total: 2, tags: ['x'], platforms: ['ldt6008'] });
  });

  it('is whole after a full disk, which is told in a sentence', () => {
    store.put(record({ id: 'a' }));
    store.close();
    const database = openDatabase(join(directory, 'history.db'), { migrations: historyMigrations });
    const pages = Number(database.get('PRAGMA page_count')?.['page_count']);
    database.close();
    store = openHistoryStore({ directory, mostPages: pages });
    expect(() => store.put(record({ id: 'b' }, 'x'.repeat(1_000_000)))).toThrow(
      expect.objectContaining({ code: 'store.full' }),
    );
    expect(ids()).toEqual(['a']);
    expect(store.load('a').entry.id).toBe('a');
  });
});
