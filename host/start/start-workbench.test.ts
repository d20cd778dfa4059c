import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Api } from '../api.ts';
import { listenOnLoopback } from '../server/listen-on-loopback.ts';
import { startWorkbench } from './start-workbench.ts';

let directory: string;
let rendererDirectory: string;
let stateDirectory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-workbench-'));
  rendererDirectory = join(directory, 'renderer');
  stateDirectory = join(directory, 'state');
  mkdirSync(rendererDirectory);
  writeFileSync(join(rendererDirectory, 'index.html'), '<!doctype html>');
});
afterEach(() => rmSync(directory, { recursive: true }));

function clientOf(address: string) {
  const { origin, hash } = new URL(address);
  const headers = { Authorization: `Bearer ${hash.replace('#token=', '')}` };
  return createTRPCClient<Api>({ links: [httpLink({ url: `${origin}/api`, methodOverride: 'POST', headers })] });
}

it('serves the page and the procedures at one address, and keeps the state over a restart', async () => {
  const first = await startWorkbench({ version: '1.2.3', stateDirectory, rendererDirectory });
  expect(await (await fetch(first.url)).text()).toBe('<!doctype html>');
  expect((await clientOf(first.url).capabilities.query()).version).toBe('1.2.3');
  await clientOf(first.url).saveDraft.mutate({ id: 'call', content: '正文' });
  await Promise.all([first.close(), first.close()]);
  await expect(fetch(first.url)).rejects.toThrow();

  const second = await startWorkbench({ version: '1.2.3', stateDirectory, rendererDirectory });
  expect(await clientOf(second.url).draft.query('call')).toBe('正文');
  await second.close();
});

it('leaves nothing open when the page cannot be served', async () => {
  const other = createServer();
  const port = await listenOnLoopback(other, 0);
  const simulatorPort = await freePort();
  const options = { version: '1', stateDirectory, rendererDirectory, simulatorPort };
  await expect(startWorkbench({ ...options, port })).rejects.toThrow(
    expect.objectContaining({ code: 'server.portInUse' }),
  );
  other.close();
  await (await startWorkbench(options)).close();
});

async function freePort() {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
