import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStateDatabase } from './state-database.ts';
import { createSerialLedger } from './serial-ledger.ts';

const series = { appCode: 'B100000KJGK', day: '20260722' };

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-ledger-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

test('counts from 1, for every appCode and day alone', () => {
  const database = openStateDatabase(directory);
  const ledger = createSerialLedger(database);
  expect([ledger.next(series), ledger.next(series)]).toEqual(['000000001', '000000002']);
  expect(ledger.next({ ...series, day: '20260723' })).toBe('000000001');
  expect(ledger.next({ ...series, appCode: 'b100000KJGK' })).toBe('000000001');
  expect(ledger.next(series)).toBe('000000003');
  database.close();
});

test('peek consumes nothing', () => {
  const database = openStateDatabase(directory);
  const ledger = createSerialLedger(database);
  expect([ledger.peek(series), ledger.peek(series), ledger.next(series), ledger.peek(series)]).toEqual([
    '000000001',
    '000000001',
    '000000001',
    '000000002',
  ]);
  database.close();
});

test('goes on after a restart', () => {
  const before = openStateDatabase(directory);
  createSerialLedger(before).next(series);
  before.close();
  const after = openStateDatabase(directory);
  expect(createSerialLedger(after).next(series)).toBe('000000002');
  after.close();
});

test('999999999 is the last', () => {
  const database = openStateDatabase(directory);
  const ledger = createSerialLedger(database);
  database.run('INSERT INTO serial VALUES (?, ?, ?)', series.appCode, series.day, 999_999_998);
  expect(ledger.next(series)).toBe('999999999');
  const exhausted = expect.objectContaining({ code: 'serial.exhausted' }) as Error;
  expect(() => ledger.peek(series)).toThrow(exhausted);
  expect(() => ledger.next(series)).toThrow(exhausted);
  expect(() => ledger.next(series)).toThrow(/B100000KJGK.*20260722/);
  expect(database.get('SELECT last FROM serial')).toEqual({ last: 999_999_999 });
  database.close();
});

describe('in several processes', () => {
  // Inside the project, so that the bundle finds the SQLite binding.
  const cache = fileURLToPath(new URL('../../.cache/test', import.meta.url));
  const script = join(cache, `serial-drawer-${process.pid}.mjs`);
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    await build({
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: script,
      stdin: {
        loader: 'ts',
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
        contents: `
          import { writeSync } from 'node:fs';
          import { createInterface } from 'node:readline';
          import { openStateDatabase } from './state-database.ts';
          import { createSerialLedger } from './serial-ledger.ts';
          const ledgers = new Map();
          createInterface({ input: process.stdin }).on('line', (line) => {
            const { directory, series, count } = JSON.parse(line);
            const ledger = ledgers.get(directory) ?? createSerialLedger(openStateDatabase(directory));
            ledgers.set(directory, ledger);
            for (let drawn = 0; drawn < count; drawn += 1) writeSync(1, ledger.next(series) + '\\n');
          });
          writeSync(1, 'ready\\n');
        `,
      },
    });
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => {
    rmSync(script, { force: true });
  });

  interface Drawer {
    readonly child: ChildProcess;
    /** Every serial the process has given out. */
    readonly serials: readonly string[];
    /** Has the process draw from the ledger of a state directory; resolves when all came back or the process is gone. */
    draw(directory: string, count: number): Promise<void>;
  }

  async function startDrawer(
    onSerial: (child: ChildProcess, total: number) => void = () => undefined,
  ): Promise<Drawer> {
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    running.push(child);
    const ended = once(child, 'close');
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    const serials: string[] = [];
    let settle = { at: Infinity, resolve: () => undefined as void };
    lines.on('line', (line) => {
      serials.push(line);
      onSerial(child, serials.length);
      if (serials.length === settle.at) settle.resolve();
    });
    return {
      child,
      serials,
      async draw(from, count) {
        const all = new Promise<void>((resolve) => {
          settle = { at: serials.length + count, resolve };
        });
        child.stdin.write(`${JSON.stringify({ directory: from, series, count })}\n`);
        await Promise.race([all, ended]);
      },
    };
  }

  test('two that draw at the same moment never get the same', { timeout: 60_000 }, async () => {
    const rounds = 150;
    const drawers = await Promise.all([startDrawer(), startDrawer()]);
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(drawers.map((drawer) => drawer.draw(directory, 1)));
    }
    expect(drawers.flatMap((drawer) => drawer.serials).toSorted()).toEqual(
      Array.from({ length: 2 * rounds }, (_, index) => String(index + 1).padStart(9, '0')),
    );
  });

  test('two that create the file at the same moment both succeed', { timeout: 60_000 }, async () => {
    const rounds = 40;
    const drawers = await Promise.all([startDrawer(), startDrawer()]);
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(drawers.map((drawer) => drawer.draw(join(directory, String(round)), 1)));
    }
    const serials = drawers.flatMap((drawer) => drawer.serials).toSorted();
    expect(serials).toEqual([...Array(rounds).fill('000000001'), ...Array(rounds).fill('000000002')]);
  });

  test('a kill in the middle repeats nothing and locks nobody out', { timeout: 60_000 }, async () => {
    const all: string[] = [];
    const survivor = await startDrawer();
    for (let round = 0; round < 3; round += 1) {
      const victim = await startDrawer((child, total) => {
        if (total === 25) child.kill('SIGKILL');
      });
      await Promise.all([victim.draw(directory, 1_000_000), survivor.draw(directory, 40)]);
      expect(victim.child.signalCode).toBe('SIGKILL');
      all.push(...victim.serials);
    }
    all.push(...survivor.serials);
    expect(survivor.serials).toHaveLength(120);
    expect(new Set(all).size).toBe(all.length);
    const database = openStateDatabase(directory);
    const next = createSerialLedger(database).next(series);
    database.close();
    expect(all.every((serial) => serial < next)).toBe(true);
  });
});
