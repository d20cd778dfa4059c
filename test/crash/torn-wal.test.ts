import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { historyMigrations } from '../../host/history/history-migrations.ts';
import { openHistoryStore } from '../../host/history/open-history-store.ts';
import { openDatabase } from '../../host/store/database.ts';
import { randomFrom } from './support/failing-disk.ts';

/** Operations, and for each of them how many of the disks that could be found when the power went during it. */
const operations = 60;
const disksEach = 25;

const folder = mkdtempSync(join(tmpdir(), 'hufu-torn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = (number: number) => ({
  entry: {
    id: `call-${number}`,
    title: { zh: `查询 ${number}`, en: `Query ${number}` },
    platform: 'ldt6008',
    interface: '',
    environment: '',
    url: '',
    startedAt: number,
    verdict: 'success' as const,
    size: 1,
    bodiesKept: true,
    pinned: false,
    note: '',
    tags: [],
  },
  text: `正文 ${number} `.repeat(200),
  document: JSON.stringify({ number }),
  bodies: [],
});

const walOf = (directory: string): Buffer => {
  const path = join(directory, 'history.db-wal');
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
};

/** The log as it could be found: what was acknowledged, and behind it sectors of the next write, or none, or zeros. */
function torn(acknowledged: Buffer, next: Buffer, random: () => number): Buffer {
  const length = acknowledged.length + Math.floor(random() * (next.length - acknowledged.length + 1));
  const found = Buffer.alloc(length);
  next.copy(found, 0, 0, length);
  for (let start = acknowledged.length; start < length; start += 512) {
    if (random() < 0.3) found.fill(0, start, Math.min(start + 512, length));
  }
  return found;
}

describe('the history after a loss of power', () => {
  it(`has every acknowledged call and no half of one, on ${operations * disksEach} disks`, () => {
    const directory = join(folder, 'written');
    const store = openHistoryStore({ directory });
    const random = randomFrom(20_261_123);
    store.put(record(0));
    for (let number = 1; number <= operations; number += 1) {
      const before = walOf(directory);
      copyFileSync(join(directory, 'history.db'), join(folder, 'before.db'));
      store.put(record(number));
      if (number % 3 === 0) store.index();
      const after = walOf(directory);
      // The log was put into the database and begun anew: what was acknowledged stands in the database then.
      if (after.length < before.length || !after.subarray(0, before.length).equals(before)) continue;
      for (let disk = 0; disk < disksEach; disk += 1) {
        const place = join(folder, 'found');
        rmSync(place, { recursive: true, force: true });
        mkdirSync(place);
        copyFileSync(join(folder, 'before.db'), join(place, 'history.db'));
        writeFileSync(join(place, 'history.db-wal'), torn(before, after, random));
        expect(() => look(place, number)).not.toThrow();
      }
    }
    store.close();
  });
});

function look(place: string, next: number): void {
  const database = openDatabase(join(place, 'history.db'), { migrations: historyMigrations });
  expect(database.all('PRAGMA quick_check')).toEqual([{ quick_check: 'ok' }]);
  const ids = database.all('SELECT id FROM entry ORDER BY seq').map(({ id }) => String(id));
  database.close();
  const acknowledged = Array.from({ length: next }, (_, number) => `call-${number}`);
  expect(ids.slice(0, next)).toEqual(acknowledged);
  const store = openHistoryStore({ directory: place });
  for (const id of ids.slice(-2)) expect(store.load(id).document).toBe(JSON.stringify({ number: Number(id.slice(5)) }));
  store.close();
}
