import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemDisk } from '../store/disk.ts';
import { plainMember } from '../yaml/plain-value.ts';
import { readFile, type Converters } from './format.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-format-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const converters: Converters = {
  1: (document) => document.set('format', '2'),
  2: (document) => {
    document.set('platform', document.get('provider'));
    document.delete('provider');
    document.set('format', '3');
  },
};

function read(text: string) {
  const path = join(folder, 'x.yaml');
  writeFileSync(path, text);
  return readFile(path, { disk: systemDisk, shown: 'x.yaml', converters, newest: 3 }).document;
}

it.each([1, 2])('leads format %i to the newest, step by step', (format) => {
  const document = read(`format: ${format}\nprovider: ldt6008 # kept\n`);
  expect(plainMember(document, 'format')).toBe('3');
  expect(plainMember(document, 'platform')).toBe('ldt6008');
});

it('takes the newest as it is, and refuses what is newer or no format at all', () => {
  expect(plainMember(read('format: 3\nplatform: a\n'), 'platform')).toBe('a');
  expect(() => read('format: 4\n')).toThrow(expect.objectContaining({ code: 'workspace.newerFormat' }));
  for (const text of ['platform: a\n', 'format: x\n', 'format: 0\n', 'format: 1.5\n', '']) {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'request.broken' }));
  }
});
