import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HistoryEntry } from '../shared/model/history.ts';
import type { HistoryRecord, HistoryThreads } from '../host/history/history-store.ts';
import { startHistoryThreads } from '../host/history/start-history-threads.ts';
import { openDatabase } from '../host/store/database.ts';
import { compareMediansAwaited, floor, median, within, type Row } from './compare-medians.ts';

/** Beside this bundle: see `scripts/bench.mjs`. */
const entry = fileURLToPath(new URL('history-thread.mjs', import.meta.url));
const calls = 100_000;
const batch = 1000;

/**
 * A history of 100,000 calls of 3 KB: writing one down durably beside a bare insert of the same text, searching for three
 * characters (index) and two (scan) that stand nowhere or almost nowhere, and what the process takes with all of it open.
 */
export async function benchHistory(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-bench-'));
  try {
    await fill(directory);
    const threads = startHistoryThreads({ directory, entry });
    const rows = [...(await put(threads, directory)), ...(await search(threads))];
    const megabytes = process.memoryUsage().rss / 2 ** 20;
    await threads.close();
    return [...rows, floor({ name: 'history: memory of the process, MB', found: megabytes, most: 300 })];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function fill(directory: string): Promise<void> {
  const threads = startHistoryThreads({ directory, entry });
  const started = Date.now() - calls * 1000;
  for (let first = 0; first < calls; first += batch) {
    await threads.take(Array.from({ length: batch }, (_, index) => recordOf(first + index, started)));
  }
  // The index is filled in between; asked for nothing, the thread goes on until it holds everything.
  await threads.close();
  const indexing = startHistoryThreads({ directory, entry });
  while (await isIndexing(indexing, directory)) await new Promise((resolve) => setTimeout(resolve, 200));
  await indexing.close();
}

async function isIndexing(threads: HistoryThreads, directory: string): Promise<boolean> {
  await threads.facets();
  const database = openDatabase(join(directory, 'history.db'), { migrations: Array<string>(1).fill('') });
  const left = Number(database.get('SELECT count(*) AS n FROM not_indexed')?.['n']);
  database.close();
  return left > 0;
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const words = [
  '社会保障卡',
  '参保登记',
  '养老保险',
  '失业登记',
  '待遇核定',
  '转移接续',
  '劳动合同',
  '就业困难人员',
  '职业技能',
  '电子证照',
];

/** About 3 KB of what a call says: names, numbers, JSON. */
function textOf(number: number): string {
  const rows = Array.from({ length: 18 }, (_, row) => {
    const name = `${surnames[(number + row) % surnames.length]}${surnames[(number * 7 + row) % surnames.length]}`;
    const day14 = 19_500_101 + ((number * 31 + row) % 500_000);
    return {
      aac003: name,
      aac002: `110105${day14}${String((number + row) % 10_000).padStart(4, '0')}`,
      aae013: words[(number + row) % words.length],
      aaz502: String(row),
    };
  });
  return JSON.stringify({ data: { number, list: rows } });
}

function recordOf(number: number, started: number): HistoryRecord {
  const text = textOf(number);
  const id = randomUUID();
  const summary: HistoryEntry = {
    id,
    title: { zh: `${words[number % words.length]}查询`, en: 'Query' },
    platform: 'ldt6008',
    interface: 'cardStatus',
    environment: 'test',
    url: 'https://api.example/gateway',
    startedAt: started + number * 1000,
    verdict: number % 9 === 0 ? 'refused' : 'success',
    status: { code: number % 9 === 0 ? '30' : '00', meaning: { zh: '业务成功', en: 'success' } },
    messageId: `B100000KJGK20261123${String(number).padStart(9, '0')}`,
    size: text.length * 2,
    bodiesKept: true,
    pinned: false,
    note: '',
    tags: [],
  };
  return { entry: summary, text, document: JSON.stringify({ format: 1, text }), bodies: [] };
}

async function put(threads: HistoryThreads, directory: string): Promise<readonly Row[]> {
  const bare = openDatabase(join(directory, 'bare.db'));
  bare.execute('CREATE TABLE bare (id TEXT PRIMARY KEY, text TEXT NOT NULL)');
  let number = calls;
  const row = await compareMediansAwaited({
    name: 'history: one call, durable (< 5 ms)',
    own: () => threads.put(recordOf((number += 1), Date.now())),
    peer: async () => bare.run('INSERT INTO bare (id, text) VALUES (?, ?)', randomUUID(), textOf(number)),
    peerName: 'bare durable INSERT',
    atMost: 6,
    rounds: 100,
  });
  bare.close();
  return [within(row, { least: 0, most: 5 })];
}

async function search(threads: HistoryThreads): Promise<readonly Row[]> {
  const timed = async (text: string) => {
    const started = performance.now();
    await threads.list({ filter: { text }, limit: 100 });
    return performance.now() - started;
  };
  const several = async (text: string) => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) times.push(await timed(text));
    return median(times);
  };
  const three = Math.max(await several('查无此'), await several('保障卡'), await several('就业困难人员'));
  const two = Math.max(await several('龘龘'), await several('张李'));
  // What else is asked meanwhile waits for neither.
  const scanning = timed('龘龘');
  const started = performance.now();
  await threads.facets();
  const meanwhile = performance.now() - started;
  await scanning;
  return [
    floor({ name: 'history: three characters in 100,000', found: three, most: 100 }),
    floor({ name: 'history: two characters in 100,000', found: two, most: 500 }),
    floor({ name: 'history: another question meanwhile', found: meanwhile, most: 250 }),
  ];
}
