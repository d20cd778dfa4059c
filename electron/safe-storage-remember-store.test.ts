import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { base64FromBytes } from '../shared/crypto/encodings/base64.ts';
import { createSafeStorageRememberStore, type AsyncSafeStorage } from './safe-storage-remember-store.ts';

const dataKey = Uint8Array.from({ length: 32 }, (_, index) => 0xa0 + index);

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-safe-storage-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** "Encrypts" by turning every byte over and naming the backend's key in front. */
function safeStorage(key: string, changed: Partial<AsyncSafeStorage> = {}): AsyncSafeStorage {
  const turned = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.concat([Buffer.from(key), turned(Buffer.from(text))]),
    async decryptStringAsync(encrypted) {
      if (encrypted.toString('utf8', 0, key.length) !== key) throw new Error('Error while decrypting the ciphertext');
      return { shouldReEncrypt: false, result: turned(encrypted.subarray(key.length)).toString() };
    },
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...changed,
  };
}

function storeOf(storage: AsyncSafeStorage, platform: NodeJS.Platform = 'linux') {
  return createSafeStorageRememberStore({ safeStorage: storage, directory, platform, limit: 10 });
}

const kept = () => join(directory, 'vault.remembered');
const never = () => new Promise<never>(() => undefined);

test('keeps the key encrypted in one file for this user alone, and gives it back to its vault', async () => {
  const store = storeOf(safeStorage('A'));
  await store.save('one', dataKey);
  expect(readdirSync(directory)).toEqual(['vault.remembered']);
  if (process.platform !== 'win32') expect(statSync(kept()).mode & 0o777).toBe(0o600);
  expect(readFileSync(kept(), 'utf8')).not.toContain(base64FromBytes(dataKey).slice(0, 8));
  expect(await storeOf(safeStorage('A')).load('one')).toEqual(dataKey);
  expect(await store.load('other')).toBeUndefined();
  await store.forget('other');
  expect(await store.load('one')).toEqual(dataKey);
  await store.forget('one');
  expect(readdirSync(directory)).toEqual([]);
  expect(await store.load('one')).toBeUndefined();
});

test.each(['basic_text', 'unknown'])(
  '%s on Linux is refused and explained, and nothing is written',
  async (backend) => {
    const store = storeOf(safeStorage('A', { getSelectedStorageBackend: () => backend }));
    expect(await store.availability()).toMatchObject({
      available: false,
      reason: { en: expect.stringContaining('built into every copy') },
    });
    await expect(store.save('one', dataKey)).rejects.toMatchObject({ code: 'remember.failed' });
    expect(readdirSync(directory)).toEqual([]);
  },
);

test.each(['darwin', 'win32'] as const)(
  'does not ask for the backend on %s, where there is no such method',
  async (platform) => {
    const missing = () => {
      throw new TypeError('safeStorage.getSelectedStorageBackend is not a function');
    };
    const store = storeOf(safeStorage('A', { getSelectedStorageBackend: missing }), platform);
    expect(await store.availability()).toMatchObject({ available: true });
  },
);

test.each([
  ['says no', async () => false],
  ['throws', () => Promise.reject(new Error('no'))],
  ['never answers', never],
])('a system that %s is not available', async (_, isAsyncEncryptionAvailable) => {
  const store = storeOf(safeStorage('A', { isAsyncEncryptionAvailable }));
  expect(await store.availability()).toMatchObject({ available: false });
});

test('what was encrypted under another backend is nothing, and goes', async () => {
  await storeOf(safeStorage('A')).save('one', dataKey);
  expect(await storeOf(safeStorage('B')).load('one')).toBeUndefined();
  expect(readdirSync(directory)).toEqual([]);
});

test('what cannot be decrypted now stays for the next start', async () => {
  await storeOf(safeStorage('A')).save('one', dataKey);
  expect(
    await storeOf(safeStorage('A', { isAsyncEncryptionAvailable: async () => false })).load('one'),
  ).toBeUndefined();
  expect(await storeOf(safeStorage('A', { decryptStringAsync: never })).load('one')).toBeUndefined();
  expect(await storeOf(safeStorage('A')).load('one')).toEqual(dataKey);
});

test('encrypts anew when the system says so, and does without when that fails', async () => {
  await storeOf(safeStorage('A')).save('one', dataKey);
  const old = safeStorage('A');
  const rotated: Partial<AsyncSafeStorage> = {
    decryptStringAsync: async (encrypted) => ({ ...(await old.decryptStringAsync(encrypted)), shouldReEncrypt: true }),
  };
  const failing = { ...rotated, encryptStringAsync: () => Promise.reject(new Error('no')) };
  expect(await storeOf(safeStorage('B', failing)).load('one')).toEqual(dataKey);
  expect(await storeOf(safeStorage('B', rotated)).load('one')).toEqual(dataKey);
  expect(await storeOf(safeStorage('B')).load('one')).toEqual(dataKey);
});

test.each([
  ['fails', (text: string) => Promise.reject(new Error(`cannot encrypt ${text}`))],
  ['never ends', never],
])('an encryption that %s is a sentence without the key', async (_, encryptStringAsync) => {
  const error: unknown = await storeOf(safeStorage('A', { encryptStringAsync }))
    .save('one', dataKey)
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'remember.failed' });
  expect(JSON.stringify(error) + String(error)).not.toContain(base64FromBytes(dataKey).slice(0, 8));
  expect(readdirSync(directory)).toEqual([]);
});

test.each(['', '{}', '{"version":2,"vault":"one","encrypted":""}', '{"version":1,"vault":"one","encrypted":"?"}'])(
  'takes a file %j for nothing',
  async (content) => {
    writeFileSync(kept(), content);
    expect(await storeOf(safeStorage('A')).load('one')).toBeUndefined();
  },
);
