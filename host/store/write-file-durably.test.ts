import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeFileDurably } from './write-file-durably.ts';

vi.mock('node:fs', async (importOriginal) => {
  const actual = await importOriginal<typeof fs>();
  const { writeSync, fsyncSync, renameSync, openSync } = actual;
  return {
    ...actual,
    writeSync: vi.fn(writeSync),
    fsyncSync: vi.fn(fsyncSync),
    renameSync: vi.fn(renameSync),
    openSync: vi.fn(openSync),
  };
});

let directory: string;
let path: string;
const write = (text: string) => writeFileDurably(path, Buffer.from(text), { mode: 0o600 });

beforeEach(() => {
  directory = fs.mkdtempSync(join(tmpdir(), 'hufu-durably-'));
  path = join(directory, 'file');
});

afterEach(() => {
  vi.resetAllMocks();
  fs.rmSync(directory, { recursive: true });
});

function failing(reason: string) {
  return () => {
    throw Object.assign(new Error(reason), { code: reason });
  };
}

it('makes a file and replaces it, for its user alone', () => {
  write('old');
  write('');
  write('new');
  expect(fs.readFileSync(path, 'utf8')).toBe('new');
  if (process.platform !== 'win32') expect(fs.statSync(path).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(directory)).toEqual(['file']);
});

it('has the content on disk before the name, and the name before it returns', () => {
  const steps: string[] = [];
  const { fsyncSync, renameSync } = fs;
  const original = {
    fsync: vi.mocked(fsyncSync).getMockImplementation(),
    rename: vi.mocked(renameSync).getMockImplementation(),
  };
  vi.mocked(fsyncSync).mockImplementation((file) => {
    steps.push(fs.fstatSync(file).isDirectory() ? 'folder' : 'file');
    original.fsync?.(file);
  });
  vi.mocked(renameSync).mockImplementation((from, to) => {
    steps.push('name');
    original.rename?.(from, to);
  });
  write('new');
  expect(steps).toEqual(process.platform === 'win32' ? ['file', 'name'] : ['file', 'name', 'folder']);
});

it('writes all of it when the system takes it in pieces', () => {
  const original = vi.mocked(fs.writeSync).getMockImplementation() as unknown as (
    file: number,
    bytes: Uint8Array,
    offset: number,
    length: number,
  ) => number;
  const inPieces = (file: number, bytes: Uint8Array, offset: number) => original(file, bytes, offset, 1);
  vi.mocked(fs.writeSync).mockImplementation(inPieces as typeof fs.writeSync);
  write('in pieces');
  expect(fs.readFileSync(path, 'utf8')).toBe('in pieces');
});

it.each([
  ['writeSync', 'ENOSPC', 'store.full'],
  ['writeSync', 'EDQUOT', 'store.full'],
  ['fsyncSync', 'EIO', 'store.inputOutput'],
  ['renameSync', 'EACCES', 'store.readOnly'],
  ['openSync', 'EROFS', 'store.readOnly'],
] as const)('%s that fails by %s is %s, and the old file stands alone', (name, reason, expected) => {
  write('old');
  vi.mocked(fs[name]).mockImplementation(failing(reason));
  expect(() => write('new')).toThrow(expect.objectContaining({ code: expected }) as Error);
  vi.mocked(fs[name]).mockReset();
  expect(fs.readFileSync(path, 'utf8')).toBe('old');
  expect(fs.readdirSync(directory)).toEqual(['file']);
});

it('says which folder is not there', () => {
  path = join(directory, 'missing', 'file');
  expect(() => write('new')).toThrow(/missing.*ENOENT/);
});
