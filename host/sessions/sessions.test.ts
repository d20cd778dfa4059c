import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallRecord } from '../../shared/model/call-record.ts';
import { sample } from '../../shared/providers/db11t2290/sample.ts';
import { createHost } from '../create-host.ts';
import { inlineHistory } from '../history/inline-history.ts';
import type { Host } from '../host.ts';

let folder: string;
let host: Host;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-sessions-'));
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

const send = (id: string): Promise<CallRecord> => {
  const { call } = host.workspace.request(`sample/db11t2290/${id}`);
  return host.send({ call, drawn: {}, folder: '' }, undefined);
};

async function sentInterfaces(): Promise<readonly string[]> {
  const { entries } = await host.history.list({ filter: {}, limit: 100 });
  return entries.map(({ interface: name }) => name).toReversed();
}

it('is opened when the first call needs it, and used by the next', async () => {
  expect((await send('other/currentUser')).verdict).toBe('success');
  expect((await send('other/licenseItems')).verdict).toBe('success');
  expect(await sentInterfaces()).toEqual(['login', 'currentUser', 'licenseItems']);
});

it('is opened once by calls that go out together', async () => {
  const records = await Promise.all([send('other/currentUser'), send('other/licenseItems'), send('use/auth')]);
  expect(records.map(({ verdict }) => verdict)).toEqual(['success', 'success', 'success']);
  expect((await sentInterfaces()).filter((name) => name === 'login')).toHaveLength(1);
});

it('is opened anew after logging out', async () => {
  await send('other/currentUser');
  const { call } = host.workspace.request('sample/db11t2290/use/logout');
  await host.send({ call, drawn: {}, folder: '' }, undefined);
  expect((await send('other/currentUser')).verdict).toBe('success');
  expect((await sentInterfaces()).filter((name) => name === 'login')).toHaveLength(2);
});

it('shows and keeps neither token nor secrets', async () => {
  const shown: unknown[] = [];
  const { call } = host.workspace.request('sample/db11t2290/other/currentUser');
  shown.push(host.preview({ call, drawn: {}, folder: '' }));
  const login = await send('other/login');
  const record = await send('other/currentUser');
  shown.push(login, record);
  for (const { id } of [login, record]) shown.push(await host.history.show(id));
  const text = JSON.stringify(shown);
  for (const secret of Object.values(sample.keys)) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/[?&]access_token=[\da-f]{32}/);
  expect(text).not.toMatch(/"access_token\\*":\\*"[\da-f]{32}/);
  expect(text).toContain('‹access_token›');
  expect(record.url).toContain('/license-app/v1/security/get_current_user?access_token=‹access_token›');
  await host.close();
  for (const name of readdirSync(folder).filter((file) => file.startsWith('history.db'))) {
    const bytes = readFileSync(join(folder, name));
    for (const secret of Object.values(sample.keys)) expect(bytes.includes(secret)).toBe(false);
  }
});

it('is opened for a call that is sent again exactly, with the token of today in it', async () => {
  const { id } = await send('other/currentUser');
  const again = await host.history.sendExactly(id, undefined);
  expect(again).toMatchObject({ verdict: 'success', repeats: id });
});

it('takes its token to no address that its keys may not go to', async () => {
  const { url } = await send('other/currentUser');
  const { call } = host.workspace.request('sample/db11t2290/other/currentUser');
  // Another name of the same machine: whatever listens there is not what the sample keys are for.
  const elsewhere = { ...call, url: new URL(url).origin.replace('127.0.0.1', 'localhost') };
  await expect(host.send({ call: elsewhere, drawn: {}, folder: '' }, undefined)).rejects.toMatchObject({
    code: 'key.sampleOnly',
  });
  expect(await sentInterfaces()).toEqual(['login', 'currentUser']);
});

it('hands values on from call to call', async () => {
  const created = await send('flow/create');
  expect(created.extracted).toEqual([{ name: 'license_code', pointer: '/data/license_code', found: true }]);
  for (const name of ['flow/sign', 'flow/change', 'flow/abolish']) expect((await send(name)).verdict).toBe('success');
});

it('says what kept it from being opened, and leaves that call in the history', async () => {
  const place = { environment: 'simulator-db11t2290', slot: 'password' };
  await host.keys.setSessionKey({ place, input: { text: 'wrong-password' }, index: 0 });
  await expect(send('other/currentUser')).rejects.toMatchObject({
    code: 'session.refused',
    detail: { text: { zh: expect.stringContaining('login') as string } },
  });
  expect(await sentInterfaces()).toEqual(['login']);
});
