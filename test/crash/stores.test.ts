import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyMigrations } from '../../host/history/history-migrations.ts';
import { openHistoryStore } from '../../host/history/open-history-store.ts';
import { openDatabase } from '../../host/store/database.ts';
import { createDraftStore } from '../../host/store/draft-store.ts';
import { createSerialLedger } from '../../host/store/serial-ledger.ts';
import { openStateDatabase } from '../../host/store/state-database.ts';
import { createEmptyWorkspace, openWorkspaceStore } from '../../host/workspace/open-workspace-store.ts';
import { bundleOptions } from '../../scripts/lib/bundle-options.mjs';
import { killAll, startWriter } from './support/killed-writer.ts';
import type { StoreTask } from './support/store-writer.ts';

// Inside the project, so that the bundle finds the SQLite binding.
const cache = fileURLToPath(new URL('../../.cache/test', import.meta.url));
const script = join(cache, `store-writer-${process.pid}.mjs`);
const folder = mkdtempSync(join(tmpdir(), 'hufu-crash-'));
const contentOf = (name: string): string => `${name} `.repeat(name.endsWith('7') ? 6000 : 60);

/** Kills for each kind of work; three kinds. */
const rounds = 340;
/** How long after its first acknowledgement a writer is killed, at most: a few operations. */
const momentWithin = 15;

beforeAll(async () => {
  const entryPoints = [fileURLToPath(new URL('support/store-writer.ts', import.meta.url))];
  // Packages that are still CommonJS require Node's modules.
  const js = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({ ...bundleOptions, entryPoints, outfile: script, format: 'esm', sourcemap: false, banner: { js } });
});

afterAll(() => {
  killAll();
  rmSync(script, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Two writers on one state at a time, each killed at a moment of its own; what they acknowledged, all of it. */
async function killWriters(
  directory: string,
  { work, kills = rounds }: { readonly work: StoreTask['work']; readonly kills?: number },
): Promise<readonly (readonly string[])[]> {
  const acknowledged: string[] = [];
  for (let round = 0; round < kills; round += 2) {
    await Promise.all(
      [round, round + 1].map(async (number) => {
        const writer = startWriter<StoreTask>(script, { directory, prefix: `w${number}`, work });
        await writer.more(1);
        await writer.killWithin(momentWithin);
        acknowledged.push(...writer.acknowledged);
      }),
    );
  }
  return acknowledged.map((line) => line.split(' '));
}

/** The last number that was acknowledged for each name. */
function lastOf(lines: readonly (readonly string[])[], kind: string): ReadonlyMap<string, number> {
  return new Map(lines.filter(([one]) => one === kind).map(([, name = '', count]) => [name, Number(count)]));
}

describe('after kill -9 in the midst of writing', () => {
  it(`every saved request is there, whole (${rounds} kills)`, async () => {
    // Each look reads all files: several small workspaces instead of one that grows.
    const several = 10;
    for (let number = 0; number < several; number += 1) {
      const directory = join(folder, `workspace-${number}`);
      createEmptyWorkspace(join(directory, 'workspace'), { title: 'w' });
      openStateDatabase(directory).close();
      const kills = rounds / several;
      const lines = await killWriters(directory, { work: 'workspace', kills });
      const store = openWorkspaceStore({ folder: join(directory, 'workspace'), trash: join(directory, 'trash') });
      const { root, problems } = store.read();
      expect(problems).toEqual([]);
      expect(root.children.filter(({ type }) => type !== 'request')).toEqual([]);
      const last = lastOf(lines, 'request');
      expect(last.size).toBe(kills);
      for (const [id, count] of last) {
        const { call, title } = store.request(id);
        // The save that was under way may have been done.
        const bodies = [count, count + 1].map((one) => (one === 0 ? '' : contentOf(`${title.zh}-${one}`)));
        expect(bodies).toContain(call.body);
      }
    }
  });

  it('no change of one program is lost to another that changes the same file', async () => {
    const directory = join(folder, 'shared');
    createEmptyWorkspace(join(directory, 'workspace'), { title: 'w' });
    openStateDatabase(directory).close();
    const writers = ['a', 'b'].map((prefix) =>
      startWriter<StoreTask>(script, { directory, prefix, work: 'variables' }),
    );
    await Promise.all(writers.map((writer) => writer.more(40)));
    for (const writer of writers) await writer.killWithin(momentWithin);
    const { variables } = openWorkspaceStore({
      folder: join(directory, 'workspace'),
      trash: join(directory, 'trash'),
    }).read();
    const acknowledged = writers.flatMap((writer) => writer.acknowledged.map((line) => line.split(' ')[1]));
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(acknowledged));
  });

  it(`every draft is there, and no serial was given out twice (${rounds} kills)`, async () => {
    const directory = join(folder, 'drafts');
    openStateDatabase(directory).close();
    const lines = await killWriters(directory, { work: 'drafts' });
    const database = openStateDatabase(directory);
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const drafts = createDraftStore(database);
    for (const [name, count] of lastOf(lines, 'draft')) {
      expect([count, count + 1].map((one) => contentOf(`${name}-${one}`))).toContain(drafts.load(name));
    }
    const serials = lines.filter(([kind]) => kind === 'serial').map(([, serial]) => serial);
    expect(serials.length).toBeGreaterThan(rounds);
    expect(new Set(serials).size).toBe(serials.length);
    const next = createSerialLedger(database).next({ appCode: 'B100000KJGK', day: '20261123' });
    expect(serials).not.toContain(next);
    database.close();
  });

  it(`every call is in the history, found and whole (${rounds} kills)`, async () => {
    const directory = join(folder, 'history');
    openHistoryStore({ directory }).close();
    const lines = await killWriters(directory, { work: 'history' });
    const store = openHistoryStore({ directory });
    const calls = lines.filter(([kind]) => kind === 'call').map(([, name = '']) => name);
    expect(calls.length).toBeGreaterThan(rounds);
    for (const name of calls) {
      const { document, bodies } = store.load(name);
      expect(JSON.parse(document)).toEqual({ name, text: contentOf(name) });
      expect(bodies.length).toBe(name.endsWith('7') ? 1 : 0);
    }
    while (store.index());
    for (const name of calls.filter((_, index) => index % 10 === 0)) {
      const { entries } = store.list({ filter: { text: `${name} ` }, limit: 500 });
      expect(entries.map(({ id }) => id)).toContain(name);
    }
    for (const [name] of lastOf(lines, 'mark')) {
      expect(store.load(name).entry).toMatchObject({ note: `note ${name}` });
    }
    store.close();
    const database = openDatabase(join(directory, 'history.db'), { migrations: historyMigrations });
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(() => database.execute("INSERT INTO trigram (trigram) VALUES ('integrity-check')")).not.toThrow();
    database.close();
    const left = readdirSync(join(directory, 'bodies'), { recursive: true }).filter((name) =>
      String(name).endsWith('.tmp'),
    );
    // What a kill left half-written is never taken for a body: bodies are asked for by name.
    expect(left.length).toBeLessThanOrEqual(rounds);
  });
});
