import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleOptions } from '../../scripts/lib/bundle-options.mjs';
import { startHistoryThreads } from '../../host/history/start-history-threads.ts';

// Inside the project, so that the bundle finds the SQLite binding.
const thread = fileURLToPath(new URL(`../../.cache/test/history-thread-${process.pid}.mjs`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hufu-threads-'));

beforeAll(async () => {
  const js = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({
    ...bundleOptions,
    entryPoints: [fileURLToPath(new URL('../../host/history/history-thread.ts', import.meta.url))],
    outfile: thread,
    format: 'esm',
    sourcemap: false,
    banner: { js },
  });
});

afterAll(() => {
  rmSync(thread, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

it('answers over its threads, refusals with code and both languages', async () => {
  const history = startHistoryThreads({ directory: join(folder, 'real'), entry: thread });
  const [page, facets] = await Promise.all([history.list({ filter: {}, limit: 10 }), history.facets()]);
  expect(page.entries).toEqual([]);
  expect(facets.total).toBe(0);
  await expect(history.load('nobody')).rejects.toMatchObject({
    name: 'HufuError',
    code: 'history.unknown',
    detail: { text: { zh: expect.stringContaining('nobody') as string, en: expect.any(String) as string } },
  });
  await history.close();
});

it('tells everybody who waits when a thread dies, and starts it again for the next', async () => {
  const entry = join(folder, 'dying.mjs');
  const counted = join(folder, 'starts');
  writeFileSync(
    entry,
    `import { appendFileSync } from 'node:fs';
     import { parentPort } from 'node:worker_threads';
     appendFileSync(${JSON.stringify(counted)}, 'x');
     parentPort.on('message', ({ number, method }) => {
       if (method === 'facets') process.exit(3);
       if (method !== 'load') parentPort.postMessage({ number, result: method });
     });`,
  );
  const history = startHistoryThreads({ directory: folder, entry });
  const waiting = [history.load('a'), history.load('b'), history.facets()];
  for (const result of await Promise.allSettled(waiting)) {
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'history.threadEnded' } });
  }
  expect(await history.mark({ ids: ['a'] })).toBe('mark');
  await history.close();
});
