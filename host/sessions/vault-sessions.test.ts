import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HufuError } from '../../shared/hufu-error.ts';
import { createVault } from '../vault/create-vault.ts';
import type { Vault } from '../vault/vault.ts';
import { createSessionStore } from './create-session-store.ts';
import type { OpenSession } from './session-call.ts';
import { createVaultSessions } from './vault-sessions.ts';

const passphrase = 'long enough a passphrase';
const token = 'token-9f8e7d6c5b4a3f2e1d0c';
const owner = JSON.stringify(['bj', 'https://api.example.org', { account: 'somebody' }]);

let folder: string;
let vault: Vault;
let clock: number;

const now = () => clock;
const storeOf = (own: Vault = vault) =>
  createSessionStore({ now, kept: createVaultSessions({ vault: own, onLook: () => undefined, now }) });
const opened =
  (isKept = true, values = { access_token: token }) =>
  async (): Promise<OpenSession> => ({
    values,
    openedAt: clock,
    expiresAt: clock + 3_600_000,
    isKept,
  });
const refuseToOpen = async (): Promise<OpenSession> => {
  throw new Error('It must not be opened again');
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-vault-sessions-'));
  vault = createVault({ directory: folder, lock: (work) => work() });
  await vault.create(passphrase);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  clock = 1_800_000_000_000;
  if (vault.state().state === 'locked') await vault.unlock(passphrase);
  vault.update((entries) => entries.remove('sessions'));
});

it('outlives the program, and lies in no file in clear', async () => {
  await storeOf().ensure(owner, opened());
  expect((await storeOf().ensure(owner, refuseToOpen)).values).toEqual({ access_token: token });
  expect(storeOf().list('bj')).toEqual([{ openedAt: clock, expiresAt: clock + 3_600_000, kept: 'vault' }]);
  const forms = (text: string) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(Buffer.from(text).toString('base64').slice(4, -4)),
  ];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (const form of [...forms(token), ...forms('api.example.org'), ...forms('somebody')])
      expect(bytes.includes(form)).toBe(false);
  }
});

it('is nobody else’s: another account, another address, another environment', async () => {
  await storeOf().ensure(owner, opened());
  for (const other of [
    ['bj', 'https://api.example.org', { account: 'another' }],
    ['bj', 'https://evil.example.org', { account: 'somebody' }],
    ['sc', 'https://api.example.org', { account: 'somebody' }],
  ]) {
    expect(storeOf().find(JSON.stringify(other))).toBeUndefined();
  }
});

it('is forgotten while the vault is locked, also by the program that opened it', async () => {
  const store = storeOf();
  await store.ensure(owner, opened());
  vault.lock();
  expect(store.find(owner)).toBeUndefined();
  expect(store.list('bj')).toEqual([]);
  await vault.unlock(passphrase);
  expect(store.find(owner)?.values).toEqual({ access_token: token });
});

it('goes when it has expired, was given up, or its environment is gone', async () => {
  const store = storeOf();
  await store.ensure(owner, opened());
  clock += 3_600_001;
  expect(storeOf().find(owner)).toBeUndefined();
  expect(vault.names()).not.toContain('sessions');
  await store.ensure(owner, opened());
  store.forget(owner);
  expect(storeOf().find(owner)).toBeUndefined();
  await store.ensure(owner, opened());
  store.forgetEnvironment('bj');
  expect(storeOf().find(owner)).toBeUndefined();
  expect(vault.names()).not.toContain('sessions');
});

it('is not kept where its keys are not', async () => {
  await storeOf().ensure(owner, opened(false));
  expect(storeOf().find(owner)).toBeUndefined();
});

it('is renewed once refused, and taken from whoever renewed it meanwhile', async () => {
  const store = storeOf();
  const first = await store.ensure(owner, opened());
  const elsewhere = storeOf();
  elsewhere.forget(owner, first);
  await elsewhere.ensure(owner, opened(true, { access_token: 'renewed elsewhere' }));
  store.forget(owner, first);
  expect((await store.ensure(owner, refuseToOpen)).values).toEqual({ access_token: 'renewed elsewhere' });
});

it('does not fail a call when the vault cannot be written', async () => {
  const full: Vault = {
    ...vault,
    update() {
      throw new HufuError({ code: 'store.full', text: { zh: '磁盘已满', en: 'the disk is full' } });
    },
  };
  const store = storeOf(full);
  expect((await store.ensure(owner, opened())).values).toEqual({ access_token: token });
  expect(store.find(owner)?.values).toEqual({ access_token: token });
  expect(store.list('bj')).toMatchObject([{ kept: 'memory' }]);
});
