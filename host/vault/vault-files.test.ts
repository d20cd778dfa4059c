import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVault } from './create-vault.ts';
import { writeVaultText } from './vault-document.ts';
import { newKdfParameters } from './vault-keys.ts';
import type { Vault } from './vault.ts';

vi.mock('node:fs', async (importOriginal) => {
  const actual = await importOriginal<typeof fs>();
  const { statSync, writeSync, readFileSync } = actual;
  return {
    ...actual,
    statSync: vi.fn(statSync),
    writeSync: vi.fn(writeSync),
    readFileSync: vi.fn(readFileSync),
  };
});

const dataKey = randomBytes(32);
const code = (name: string) => expect.objectContaining({ code: name });
let directory: string;
let path: string;

beforeEach(() => {
  directory = fs.mkdtempSync(join(tmpdir(), 'hufu-vault-files-'));
  path = join(directory, 'vault.hufu');
  const wrappedKey = { nonce: '', ciphertext: '' };
  const head = {
    format: 1 as const,
    id: randomUUID(),
    kdf: newKdfParameters(),
    check: Buffer.alloc(32).toString('base64'),
    wrappedKey,
  };
  fs.writeFileSync(path, writeVaultText({ ...head, savedAt: 1, outline: {}, entries: [] }, dataKey));
});

afterEach(() => {
  vi.resetAllMocks();
  fs.rmSync(directory, { recursive: true });
});

function openVault(): Vault {
  const vault = createVault({ directory, lock: (work) => work() });
  vault.unlockWithDataKey(dataKey);
  return vault;
}

function failing(reason: string) {
  return () => {
    throw Object.assign(new Error(reason), { code: reason });
  };
}

describe('a disk that refuses', () => {
  for (const [reason, expected] of [
    ['ENOSPC', 'store.full'],
    ['EROFS', 'store.readOnly'],
    ['EIO', 'store.inputOutput'],
  ] as const) {
    it(`${reason}: says so and leaves the file as it was`, () => {
      const vault = openVault();
      vault.update((entries) => entries.write('one', 1));
      const before = fs.readFileSync(path);
      vi.mocked(fs.writeSync).mockImplementation(failing(reason));
      expect(() => vault.update((entries) => entries.write('two', 2))).toThrow(code(expected));
      expect(() => vault.update((entries) => entries.write('two', 2))).toThrow(code(expected));
      expect(fs.readFileSync(path).equals(before)).toBe(true);
      expect(fs.readdirSync(directory).toSorted()).toEqual(['vault.hufu', 'vault.hufu.previous']);
      vi.mocked(fs.writeSync).mockReset();
      expect(vault.names()).toEqual(['one']);
      vault.update((entries) => entries.write('two', 2));
      expect(vault.names()).toEqual(['one', 'two']);
    });
  }

  it('is not taken for a damaged vault, which a copy could mend', () => {
    const vault = openVault();
    vault.update((entries) => entries.write('one', 1));
    vault.lock();
    const other = createVault({ directory, lock: (work) => work() });
    vi.mocked(fs.readFileSync).mockImplementation(failing('EIO'));
    expect(other.state()).toEqual({ state: 'damaged', problem: code('store.inputOutput') });
    expect(() => other.restorePrevious()).toThrow(code('store.inputOutput'));
    vi.mocked(fs.readFileSync).mockReset();
    expect(other.state()).toEqual({ state: 'locked' });
  });
});

it('a vault that was interrupted while it was made is a vault, and not the remains of one', async () => {
  fs.rmSync(path);
  const vault = createVault({ directory, lock: (work) => work() });
  const write = vi.mocked(fs.writeSync);
  const original = write.getMockImplementation();
  write.mockImplementationOnce(original ?? failing('EIO')).mockImplementationOnce(failing('EIO'));
  await expect(vault.create('a passphrase of the test')).rejects.toThrow(code('store.inputOutput'));
  expect(vault.state()).toEqual({ state: 'locked' });
  await vault.unlock('a passphrase of the test');
  vault.update((entries) => entries.write('one', 1));
  expect(fs.readdirSync(directory).toSorted()).toEqual(['vault.hufu', 'vault.hufu.previous']);
});

it('no entry is lost when two files of the same size bear the same time', () => {
  const { statSync } = fs;
  const [mine, theirs] = [openVault(), openVault()];
  const stamp = statSync(path, { bigint: true });
  vi.mocked(fs.statSync).mockReturnValue(stamp);
  for (let round = 0; round < 5; round += 1) {
    mine.update((entries) => entries.write(`mine ${round}`, round));
    theirs.update((entries) => entries.write(`theirs ${round}`, round));
  }
  vi.mocked(fs.statSync).mockReset();
  expect(openVault().names()).toHaveLength(10);
});
