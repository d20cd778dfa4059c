import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHost } from '../create-host.ts';
import { inlineHistory } from '../history/inline-history.ts';
import type { ComposedCall, Host } from '../host.ts';

let folder: string;
let host: Host;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-page-'));
  host = await createHost({
    version: '0.0.0',
    stateDirectory: folder,
    simulatorPort: 0,
    remember: {
      availability: async () => ({ available: false, reason: { zh: '没有', en: 'none' } }),
      save: async () => undefined,
      load: async () => undefined,
      forget: async () => undefined,
    },
    openHistory: inlineHistory,
  });
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function composed(id: string): ComposedCall {
  const { call } = host.workspace.request(`sample/db32t3761/${id}`);
  return { call, drawn: {}, folder: '' };
}

async function sentInterfaces(): Promise<readonly string[]> {
  const { entries } = await host.history.list({ filter: {}, limit: 100 });
  return entries.map(({ interface: name }) => name).toReversed();
}

it('is the one that opens the page, in the session that a sending would use, and asks for no page', async () => {
  const { url, holdsSecret } = await host.pageAddress(composed('flow/page'), undefined);
  expect(holdsSecret).toBe(true);
  expect(await sentInterfaces()).toEqual(['token']);
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('苏康码');

  const record = await host.send(composed('flow/page'), undefined);
  expect(record.verdict).toBe('success');
  expect(await sentInterfaces()).toEqual(['token', 'page']);
  expect((await host.pageAddress(composed('flow/page'), undefined)).url).toBe(url);
});

it('stands in nothing that is shown or kept', async () => {
  const { url } = await host.pageAddress(composed('flow/page'), undefined);
  const token = new URL(url).searchParams.get('token') ?? '';
  expect(token).toMatch(/^[\da-f]{16,}$/);
  const { entries } = await host.history.list({ filter: {}, limit: 100 });
  const shown = [
    host.preview(composed('flow/page')),
    await host.send(composed('flow/page'), undefined),
    ...(await Promise.all(entries.map(({ id }) => host.history.show(id)))),
  ];
  expect(JSON.stringify(shown)).not.toContain(token);
  await host.close();
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes(token), name.name).toBe(false);
  }
});

it('is refused for what is no page', async () => {
  await expect(host.pageAddress(composed('flow/scan'), undefined)).rejects.toMatchObject({
    detail: { code: 'page.none' },
  });
  expect(await sentInterfaces()).toEqual([]);
});
