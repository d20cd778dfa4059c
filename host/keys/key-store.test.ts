import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import { ldt6008 } from '../../shared/providers/ldt6008/profile.ts';
import { createNodeEngine } from '../crypto/node-engine.ts';
import type { Database } from '../store/database.ts';
import { createPlatformFiles } from '../platforms/platform-files.ts';
import { openStateDatabase } from '../store/state-database.ts';
import type { RememberStore } from '../vault/remember-store.ts';
import { createKeyStore, type KeyStore } from './create-key-store.ts';
import type { AddKey, KeyPlace } from './key-service.ts';

const engine = createNodeEngine();
const passphrase = '虎符 opens the vault';
const privateKey = '0b1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb';
const publicKey = engine.encodeHex(engine.sm2PublicKey(Buffer.from(privateKey, 'hex')));

let folder: string;
let database: Database;
let store: KeyStore;
let remembered: Map<string, Uint8Array>;

const remember = (): RememberStore => ({
  availability: async () => ({ available: true, store: { zh: '测试库', en: 'test store' } }),
  save: async (id, dataKey) => void remembered.set(id, dataKey),
  load: async (id) => remembered.get(id),
  forget: async (id) => void remembered.delete(id),
});

function open(): void {
  database = openStateDatabase(folder);
  store = createKeyStore({
    stateDirectory: folder,
    environmentsFolder: join(folder, 'workspace', 'environments'),
    addressOf: ({ url }) => url,
    database,
    engine,
    providers: createPlatformFiles({ folder: join(folder, 'workspace', 'providers') }).providers,
    remember: remember(),
    sample: () => ({ url: 'http://127.0.0.1:1234/', keys: { sm4Key: 'sample-key-16-ch' } }),
  });
}

function close(): void {
  store.vault.close();
  database.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-keys-'));
  remembered = new Map();
  open();
});

afterEach(() => {
  vi.useRealTimers();
  close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function newEnvironment(title = 'prod', conventions: Record<string, string> = {}): string {
  const url = 'https://api.example/gateway';
  const rest = { values: {}, variables: {}, transport: {}, keepsBodies: true };
  return store.environmentFiles.save({ id: '', platform: 'ldt6008', title, url, conventions, ...rest }).id;
}

async function vaultWith(...environments: readonly string[]): Promise<void> {
  await store.vault.create(passphrase);
  for (const title of environments) newEnvironment(title);
}

const add = (text: string, place?: KeyPlace, change: Partial<AddKey> = {}) =>
  store.keys.add({
    input: { text },
    index: 0,
    label: 'key',
    fillPair: false,
    rotate: false,
    ...(place && { place }),
    ...change,
  });

const sm4Place = { environment: 'prod', slot: 'sm4Key' };
const keysOf = (environment: string, choices: Record<string, string> = {}) =>
  store.keysFor(store.environment(environment), resolveConventions(ldt6008, choices));

const code = (name: string) => expect.objectContaining({ code: name });

describe('filling slots', () => {
  it('asks for no passphrase and finds the sample keys until a real key is stored', async () => {
    expect((await store.vault.status({ settled: true })).state).toBe('none');
    expect(keysOf('simulator').keys).toEqual({ sm4Key: 'sample-key-16-ch' });
    expect(keysOf('simulator').used).toMatchObject([{ slot: 'sm4Key', source: 'sample' }]);
    newEnvironment();
    expect(keysOf('prod')).toMatchObject({ keys: {}, problems: {}, used: [] });
    await expect(add('1234567890123456', sm4Place)).rejects.toThrow(code('vault.none'));
  });

  it('takes a key, tells all about it and never the key', async () => {
    await vaultWith('prod');
    const summary = await add('1234567890123456', sm4Place, { label: '省厅给的' });
    expect(summary).toMatchObject({
      label: '省厅给的',
      algorithm: 'sm4',
      origin: 'imported',
      reading: 'ascii16',
      uses: [{ environment: 'prod', slot: 'sm4Key', state: 'active' }],
      findings: [{ code: 'key.digitsOnly', severity: 'notice' }],
    });
    expect(summary.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(keysOf('prod')).toMatchObject({
      keys: { sm4Key: '1234567890123456' },
      used: [{ slot: 'sm4Key', source: 'vault', id: summary.id, fingerprint: summary.fingerprint }],
    });
    expect(JSON.stringify(store.keys.ring())).not.toContain('1234567890123456');
  });

  it('hands a call the keys of its own slots and no others', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    await add('a shared secret', { environment: 'prod', slot: 'secret' });
    expect(Object.keys(keysOf('prod', { digest: 'HMAC-SM3' }).keys)).toEqual(['sm4Key', 'secret']);
    expect(Object.keys(keysOf('prod', { digest: 'SM3' }).keys)).toEqual(['sm4Key']);
  });

  it('refuses what the slot is not for, an unknown slot and an unknown environment', async () => {
    await vaultWith('prod');
    const place = { environment: 'prod', slot: 'callerPublicKey' };
    await expect(add(privateKey, place)).rejects.toThrow(code('key.privateGivenAsPublic'));
    const { id } = await add(privateKey);
    expect(() => store.keys.assign({ id, place, rotate: false })).toThrow(code('key.otherAlgorithmThanSlot'));
    await expect(add('x', { environment: 'prod', slot: 'none' })).rejects.toThrow(code('key.unknownSlot'));
    await expect(add('x', { environment: 'none', slot: 'sm4Key' })).rejects.toThrow(code('environment.unknown'));
    expect(store.keys.ring().keys).toHaveLength(1);
  });

  it('fills both halves of a pair, and says when halves do not belong together', async () => {
    await vaultWith('prod');
    await add(privateKey, { environment: 'prod', slot: 'callerPrivateKey' }, { fillPair: true });
    expect(keysOf('prod', { digest: 'SM2' }).keys).toMatchObject({ callerPrivateKey: privateKey });
    const ring = store.keys.ring();
    expect(new Set(ring.keys.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(ring.keys.map(({ publicKey: half }) => half)).toEqual([publicKey, publicKey]);
    const place = { environment: 'prod', slot: 'callerPublicKey' };
    await store.keys.generate({
      kind: 'sm2',
      label: 'other',
      fillPair: false,
      rotate: true,
      place: { ...place, slot: 'callerPrivateKey' },
    });
    const slots = store.keys.ring().environments.find(({ environment }) => environment === 'prod')?.slots;
    expect(slots?.find(({ slot }) => slot === 'callerPublicKey')?.findings).toMatchObject([
      { code: 'key.pairMismatch' },
    ]);
  });

  it('says when a key is written in another way than the environment agreed on', async () => {
    await vaultWith();
    newEnvironment('prod', { sm4Key: 'hex32' });
    await add('1234567890123456', sm4Place);
    const slots = store.keys.ring().environments.find(({ environment }) => environment === 'prod')?.slots;
    expect(slots?.find(({ slot }) => slot === 'sm4Key')?.findings).toMatchObject([{ code: 'key.readingDiffers' }]);
  });

  it.each(['123456789012345', '1'.repeat(130)])(
    'says that %s cannot be used as the environment agreed',
    async (text) => {
      await vaultWith('prod');
      const key = await add(text, sm4Place);
      expect(key.findings).toMatchObject([{ code: 'key.symmetricLength' }]);
      const slots = store.keys.ring().environments.find(({ environment }) => environment === 'prod')?.slots;
      expect(slots?.find(({ slot }) => slot === 'sm4Key')?.findings).toMatchObject([{ code: 'key.readingDiffers' }]);
    },
  );

  it('notices one’s own public key where the other side’s belongs', async () => {
    await vaultWith('prod');
    await add(privateKey, { environment: 'prod', slot: 'callerPrivateKey' });
    await add(publicKey, { environment: 'prod', slot: 'providerPublicKey' });
    const slots = store.keys.ring().environments.find(({ environment }) => environment === 'prod')?.slots;
    expect(slots?.find(({ slot }) => slot === 'providerPublicKey')?.findings).toMatchObject([{ code: 'key.samePair' }]);
  });

  it('names what nobody named', async () => {
    await vaultWith();
    expect((await add('1234567890123456', undefined, { label: ' ' })).label).toMatch(/^sm4 \d{4}-\d{2}-\d{2}/);
  });

  it('lets one key serve several environments, stored once', async () => {
    await vaultWith('prod', 'test');
    const { id } = await add('1234567890123456', sm4Place);
    store.keys.assign({ id, place: { environment: 'test', slot: 'sm4Key' }, rotate: false });
    newEnvironment('third');
    expect((await add(' 1234567890123456\n', { environment: 'third', slot: 'sm4Key' })).id).toBe(id);
    expect(store.keys.ring().keys).toHaveLength(1);
    expect(store.keys.ring().keys[0]?.uses.map(({ environment }) => environment)).toEqual(['prod', 'test', 'third']);
  });
});

describe('versions', () => {
  const first = '1111111111111111';
  const second = '2222222222222222';

  it('rotate by word only; former ones stay for what was made with them', async () => {
    await vaultWith('prod');
    const one = await add(first, sm4Place);
    await expect(add(second, sm4Place)).rejects.toThrow(code('key.slotFilled'));
    await expect(add(first, sm4Place, { rotate: true })).rejects.toThrow(code('key.alreadyThere'));
    const two = await add(second, sm4Place, { rotate: true });
    expect(keysOf('prod').keys['sm4Key']).toBe(second);
    const generations = store.generations(store.environment('prod'), resolveConventions(ldt6008, {}));
    expect(generations.map(({ keys }) => keys['sm4Key'])).toEqual([second, first]);
    const states = Object.fromEntries(store.keys.ring().keys.map(({ id, uses }) => [id, uses[0]?.state]));
    expect(states).toEqual({ [one.id]: 'former', [two.id]: 'active' });
  });

  it('a retired key is used for nothing new; the one before it is again', async () => {
    await vaultWith('prod');
    const one = await add(first, sm4Place);
    const two = await add(second, sm4Place, { rotate: true });
    store.keys.setRetired({ id: two.id, place: sm4Place, retired: true });
    expect(keysOf('prod').keys['sm4Key']).toBe(first);
    store.keys.setRetired({ id: one.id, place: sm4Place, retired: true });
    expect(keysOf('prod').keys).toEqual({});
    const generations = store.generations(store.environment('prod'), resolveConventions(ldt6008, {}));
    expect(generations.map(({ keys }) => keys['sm4Key'])).toEqual([second, first]);
    store.keys.setRetired({ id: two.id, place: sm4Place, retired: false });
    expect(keysOf('prod').keys['sm4Key']).toBe(second);
  });

  it('removing takes a key out of every slot and out of both copies of the file', async () => {
    await vaultWith('prod');
    await add(first, sm4Place);
    const two = await add(second, sm4Place, { rotate: true });
    store.keys.remove(two.id);
    expect(keysOf('prod').keys['sm4Key']).toBe(first);
    expect(() => store.keys.remove(two.id)).toThrow(code('key.unknown'));
    for (const name of readdirSync(folder).filter((file) => file.startsWith('vault.hufu'))) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain(two.id);
    }
  });

  it('a withdrawn key stays in the ring', async () => {
    await vaultWith('prod');
    const { id } = await add(first, sm4Place);
    store.keys.withdraw({ id, place: sm4Place });
    expect(keysOf('prod').keys).toEqual({});
    expect(store.keys.ring().keys).toMatchObject([{ id, uses: [] }]);
    expect(() => store.keys.withdraw({ id, place: { environment: '__proto__', slot: 'x' } })).toThrow(
      code('key.unknown'),
    );
  });
});

describe('a locked vault', () => {
  it('gives no key, says so at the slot, and does not fall back to a sample', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    await add('6543210987654321', { environment: 'simulator', slot: 'sm4Key' });
    store.vault.lock();
    for (const environment of ['prod', 'simulator']) {
      expect(keysOf(environment)).toMatchObject({ keys: {}, problems: { sm4Key: { code: 'vault.locked' } } });
      expect(store.statuses(store.environment(environment))[0]).toEqual({ slot: 'sm4Key', filledBy: 'locked' });
    }
    expect(() => store.keys.ring()).toThrow(code('vault.locked'));
    await expect(add('x', sm4Place)).rejects.toThrow(code('vault.locked'));
    await expect(store.vault.unlock('not the passphrase')).rejects.toThrow(code('vault.wrongPassphrase'));
    await store.vault.unlock(passphrase);
    expect(keysOf('prod').keys).toEqual({ sm4Key: '1234567890123456' });
  });

  it('locks by itself when no key was used for a while, and not while one is', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    vi.useFakeTimers({ now: Date.now() });
    store.vault.setIdleMinutes(10);
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(keysOf('prod').used).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect((await store.vault.status({ settled: true })).state).toBe('open');
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect((await store.vault.status({ settled: true })).state).toBe('locked');
  });

  it('is locked after a sleep in which no clock rang', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    expect(keysOf('prod')).toMatchObject({ keys: {}, problems: { sm4Key: { code: 'vault.locked' } } });
    expect(() => store.keys.ring()).toThrow(code('vault.locked'));
  });

  it('that is damaged or missing gives no sample in the place of a key', async () => {
    await vaultWith();
    await add('6543210987654321', { environment: 'simulator', slot: 'sm4Key' });
    store.vault.lock();
    const path = join(folder, 'vault.hufu');
    const file = readFileSync(path);
    for (const [damage, expected] of [
      [() => writeFileSync(path, 'nonsense'), 'vault.damaged'],
      [() => rmSync(path), 'vault.missing'],
    ] as const) {
      damage();
      expect(keysOf('simulator')).toMatchObject({ keys: {}, problems: { sm4Key: { code: expected } } });
      expect(store.statuses(store.environment('simulator'))[0]?.filledBy).toBe('unreadable');
      writeFileSync(path, file);
    }
  });

  it('opens by what the system remembers, until it is told to forget or the passphrase changes elsewhere', async () => {
    await vaultWith('prod');
    expect((await store.vault.status({ settled: true })).remembering).toMatchObject({ state: 'offered' });
    expect(await store.vault.openRemembered()).toBe(false);
    await store.vault.setRemembering(true);
    close();
    open();
    expect((await store.vault.status({ settled: true })).state).toBe('locked');
    expect(await store.vault.openRemembered()).toBe(true);
    expect((await store.vault.status({ settled: true })).remembering).toMatchObject({ state: 'remembered' });
    await store.vault.changePassphrase({ current: passphrase, next: 'another passphrase' });
    close();
    open();
    expect(await store.vault.openRemembered()).toBe(true);
    for (const [id] of remembered) remembered.set(id, new Uint8Array(32));
    close();
    open();
    expect(await store.vault.openRemembered()).toBe(false);
    expect((await store.vault.status({ settled: true })).state).toBe('locked');
    await store.vault.setRemembering(false);
    expect(remembered.size).toBe(0);
  });
});

describe('binding', () => {
  /** What a change of files can do: the environment is of another platform, which is the main one with this difference. */
  function moveToPlatform(change: string): void {
    const providers = join(folder, 'workspace', 'providers');
    mkdirSync(providers, { recursive: true });
    writeFileSync(join(providers, 'evil.yaml'), `format: 1\ntitle: x\nbasedOn: ldt6008\nchanges:\n  ${change}\n`);
    const path = join(folder, 'workspace/environments/prod.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('platform: ldt6008', 'platform: evil'));
  }

  const call = (url: string, environment = 'prod') => ({ environment: store.environment(environment), url });

  it('holds keys to where the environment pointed when the first came in, whatever its file says later', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    const resolved = keysOf('prod');
    store.requireBound(resolved, call('https://api.example/other/path'));
    for (const url of [
      'https://api.example:8443/',
      'http://api.example/',
      'https://evil.example/',
      'http://127.0.0.1:8080/',
    ]) {
      expect(() => store.requireBound(resolved, call(url))).toThrow(code('key.otherOrigin'));
    }
    const path = join(folder, 'workspace/environments/prod.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('api.example', 'evil.example'));
    const { url } = store.environment('prod');
    expect(() => store.requireBound(keysOf('prod'), call(url))).toThrow(code('key.otherOrigin'));
    // A second key does not bind silently either.
    await add('another secret', { environment: 'prod', slot: 'secret' });
    expect(() => store.requireBound(keysOf('prod'), call(url))).toThrow(code('key.otherOrigin'));
    store.keys.allowOrigin({ environment: 'prod', origin: 'https://evil.example/x' });
    store.requireBound(keysOf('prod'), call(url));
    store.keys.disallowOrigin({ environment: 'prod', origin: 'https://evil.example' });
    expect(() => store.requireBound(keysOf('prod'), call(url))).toThrow(code('key.otherOrigin'));
  });

  it('holds keys to the platform that they were given for, and to one’s own as it was then', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    const send = () => store.requireBound(keysOf('prod'), call('https://api.example/'));
    send();
    moveToPlatform('header:\n    appCode:\n      length: { atMost: 12 }');
    expect(send).toThrow(code('key.otherPlatform'));
    expect(() => store.keys.allowOrigin({ environment: 'prod', origin: 'platform://ldt6008' })).toThrow(
      code('key.notItsPlatform'),
    );
    expect(send).toThrow(code('key.otherPlatform'));
    store.keys.allowOrigin({ environment: 'prod', origin: 'platform://evil' });
    send();
    // What uses the keys from now on is something else.
    moveToPlatform('header:\n    appCode:\n      length: { atMost: 13 }');
    expect(send).toThrow(code('key.otherPlatform'));
    const { origins } = store.keys.ring().environments.find(({ environment }) => environment === 'prod') ?? {};
    expect(origins).toEqual(['https://api.example']);
  });

  it('gives no key of one kind to a slot of another', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    moveToPlatform('keySlots:\n    sm4Key:\n      algorithm: text');
    expect(keysOf('prod').keys).toEqual({});
    expect(keysOf('prod').problems).toMatchObject({ sm4Key: { code: 'key.otherAlgorithmThanSlot' } });
  });

  it('names both places', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    expect(() => store.requireBound(keysOf('prod'), call('https://evil.example/'))).toThrow(
      /https:\/\/api\.example.*https:\/\/evil\.example/,
    );
  });

  it('binds keys of a session too, without a vault', async () => {
    newEnvironment();
    await store.keys.setSessionKey({ place: sm4Place, input: { text: '1234567890123456' }, index: 0 });
    expect(keysOf('prod').used).toMatchObject([{ source: 'session' }]);
    store.requireBound(keysOf('prod'), call('https://api.example/'));
    expect(() => store.requireBound(keysOf('prod'), call('https://evil.example/'))).toThrow(code('key.otherOrigin'));
    store.keys.allowOrigin({ environment: 'prod', origin: 'https://evil.example/' });
    store.requireBound(keysOf('prod'), call('https://evil.example/'));
    store.keys.clearSessionKey(sm4Place);
    expect(keysOf('prod').used).toEqual([]);
  });

  it('what a key of the session may do says nothing about the keys of the vault', async () => {
    await vaultWith('prod');
    await add('1234567890123456', sm4Place);
    const path = join(folder, 'workspace/environments/prod.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('api.example', 'evil.example'));
    const secret = { environment: 'prod', slot: 'secret' };
    await store.keys.setSessionKey({ place: secret, input: { text: 'agreed' }, index: 0 });
    const { url } = store.environment('prod');
    const used = keysOf('prod', { digest: 'HMAC-SM3' });
    expect(used.used.map(({ source }) => source)).toEqual(['vault', 'session']);
    expect(() => store.requireBound(used, call(url))).toThrow(code('key.otherOrigin'));
    store.vault.lock();
    store.keys.allowOrigin({ environment: 'prod', origin: url });
    await store.vault.unlock(passphrase);
    expect(() => store.requireBound(keysOf('prod'), call(url))).toThrow(code('key.otherOrigin'));
    // And it is gone with the last of them.
    store.keys.clearSessionKey(secret);
    store.vault.lock();
    await store.keys.setSessionKey({ place: sm4Place, input: { text: '1234567890123456' }, index: 0 });
    expect(() => store.requireBound(keysOf('prod'), call('https://api.example/'))).toThrow(code('key.otherOrigin'));
  });

  it('does not outlive its environment: what takes the name next starts with nothing', async () => {
    await vaultWith('prod');
    const { id } = await add('1234567890123456', sm4Place);
    store.removeEnvironment('prod');
    newEnvironment('prod');
    expect(keysOf('prod')).toMatchObject({ keys: {}, problems: {} });
    expect(store.keys.ring().keys).toMatchObject([{ id, uses: [] }]);
  });
});

describe('export', () => {
  it('gives public halves to anyone who may look, private ones into a file, for the passphrase', async () => {
    await vaultWith('prod');
    const { id } = await add(privateKey);
    expect(store.keys.exportPublic({ id, form: 'hex-65' })).toBe(publicKey);
    const pem = store.keys.exportPublic({ id, form: 'spki-pem' });
    expect(createPublicKey(pem).type).toBe('public');
    const path = join(folder, 'exported.pem');
    const request = { id, form: 'pkcs8-pem', path } as const;
    await expect(store.keys.exportSecret({ ...request, passphrase: 'a wrong passphrase' })).rejects.toThrow(
      code('vault.wrongPassphrase'),
    );
    expect(await store.keys.exportSecret({ ...request, passphrase })).toEqual({ path });
    expect(createPrivateKey(readFileSync(path)).type).toBe('private');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    await expect(store.keys.exportSecret({ ...request, passphrase })).rejects.toThrow(code('export.exists'));
    await expect(store.keys.exportSecret({ ...request, passphrase, path: 'here.pem' })).rejects.toThrow(
      code('export.path'),
    );
    await expect(
      store.keys.exportSecret({ ...request, passphrase, path: join(folder, 'no/such/folder.pem') }),
    ).rejects.toThrow(code('export.failed'));
  });
});

it('remembers when a key was last used, outside the vault', async () => {
  await vaultWith('prod');
  const { id } = await add('1234567890123456', sm4Place);
  store.noteUse(keysOf('prod'), 1_700_000_000_000);
  expect(store.keys.ring().keys).toMatchObject([{ id, lastUsedAt: 1_700_000_000_000 }]);
});
