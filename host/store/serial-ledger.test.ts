import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
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
          import { openStateDatabase } from './state-database.ts';
          import { createSerialLedger } from './serial-ledger.ts';
          const [directory, appCode, day, count] = process.argv.slice(2);
          writeSync(1, 'ready\\n');
          process.stdin.once('data', () => {
            const ledger = createSerialLedger(openStateDatabase(directory));
            for (let drawn = 0; drawn < Number(count); drawn += 1) writeSync(1, ledger.next({ appCode, day }) + '\\n');
            process.exit();
          });
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
    readonly lines: Interface;
    readonly ended: Promise<unknown>;
  }

  /** A process that waits for a byte on its input and then draws `count` serials, one per line. */
  async function startDrawer(count: number): Promise<Drawer> {
    const child = spawn(process.execPath, [script, directory, series.appCode, series.day, String(count)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    running.push(child);
    const ended = once(child, 'close');
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    return { child, lines, ended };
  }

  function collect({ child, lines }: Drawer, seen: (all: string[]) => void = () => undefined): string[] {
    const serials: string[] = [];
    lines.on('line', (line) => {
      serials.push(line);
      seen(serials);
    });
    child.stdin?.write('\n');
    return serials;
  }

  test('two that start on an absent file and draw at once never get the same', { timeout: 60_000 }, async () => {
    const count = 250;
    const drawers = await Promise.all([startDrawer(count), startDrawer(count)]);
    const serials = drawers.map((drawer) => collect(drawer));
    await Promise.all(drawers.map((drawer) => drawer.ended));
    expect(serials.map((each) => each.length)).toEqual([count, count]);
    expect(serials.flat().toSorted()).toEqual(
      Array.from({ length: 2 * count }, (_, index) => String(index + 1).padStart(9, '0')),
    );
  });

  test('a kill in the middle repeats nothing and locks nobody out', { timeout: 60_000 }, async () => {
    const all: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const victim = await startDrawer(1_000_000);
      const survivor = await startDrawer(40);
      all.push(
        ...(await Promise.all([
          (async () => {
            const serials = collect(victim, (seen) => {
              if (seen.length === 25) victim.child.kill('SIGKILL');
            });
            await victim.ended;
            expect(victim.child.signalCode).toBe('SIGKILL');
            return serials;
          })(),
          (async () => {
            const serials = collect(survivor);
            await survivor.ended;
            expect(serials).toHaveLength(40);
            return serials;
          })(),
        ]).then((each) => each.flat())),
      );
    }
    const database = openStateDatabase(directory);
    const next = createSerialLedger(database).next(series);
    database.close();
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((serial) => serial < next)).toBe(true);
  });
});
