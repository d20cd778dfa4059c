import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale, stampOf, writeStamp } from './stamp.mjs';

const target = { name: 'node', inputs: ['shared', 'package-lock.json'], outputs: ['dist/hufu.mjs'] };
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-stamp-'));
  mkdirSync(join(directory, 'shared', 'crypto'), { recursive: true });
  mkdirSync(join(directory, 'dist'));
  for (const file of ['shared/a.ts', 'shared/crypto/b.ts', 'package-lock.json', 'dist/hufu.mjs']) write(file);
  writeStamp(directory, target, stampOf(directory, target));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, text = 'text') {
  writeFileSync(join(directory, file), text);
}

function isStaleNow() {
  return isStale(directory, target, stampOf(directory, target));
}

it('is fresh after a build, and without a stamp stale', () => {
  expect(isStaleNow()).toBe(false);
  rmSync(join(directory, 'dist', '.stamps'), { recursive: true });
  expect(isStaleNow()).toBe(true);
});

it.each([
  ['a file is changed', () => write('shared/crypto/b.ts', 'longer text')],
  ['a file is put back to an older one', () => utimesSync(join(directory, 'shared/a.ts'), 1, 1)],
  ['a file is added', () => write('shared/new.json')],
  ['a file is removed', () => rmSync(join(directory, 'shared/a.ts'))],
  ['the lock file is changed', () => write('package-lock.json', 'other packages')],
  ['the lock file is gone', () => rmSync(join(directory, 'package-lock.json'))],
  ['an output is gone', () => rmSync(join(directory, 'dist/hufu.mjs'))],
])('is stale when %s', (_, change) => {
  change();
  expect(isStaleNow()).toBe(true);
});

it('does not look at tests, their configuration and texts for people', () => {
  for (const file of ['shared/a.test.ts', 'shared/tsconfig.test.json', 'shared/README.md']) write(file);
  expect(isStaleNow()).toBe(false);
});
