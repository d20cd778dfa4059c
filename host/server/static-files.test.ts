import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listStaticFiles } from './static-files.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-static-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(directory, 'page', name, '..'), { recursive: true });
    writeFileSync(join(directory, 'page', name), name);
  }
}

test('lists regular files by the path a browser asks for', () => {
  write(
    'index.html',
    'assets/main-Bx3_4-kQ.js',
    'assets/main-Bx3_4-kQ.js.br',
    'assets/main-Bx3_4-kQ.js.gz',
    '图 标.svg',
  );
  write('archive.tar.gz', 'assets/plain.woff2');
  writeFileSync(join(directory, 'secret.txt'), '');
  symlinkSync(join(directory, 'secret.txt'), join(directory, 'page', 'link.txt'));
  const files = listStaticFiles(join(directory, 'page'));
  expect([...files.keys()].toSorted()).toEqual(
    [
      '/',
      '/%E5%9B%BE%20%E6%A0%87.svg',
      '/archive.tar.gz',
      '/assets/main-Bx3_4-kQ.js',
      '/assets/plain.woff2',
      '/index.html',
    ].toSorted(),
  );
  expect(files.get('/')).toBe(files.get('/index.html'));
  expect(files.get('/assets/main-Bx3_4-kQ.js')).toMatchObject({
    contentType: 'text/javascript; charset=utf-8',
    isHashed: true,
    compressed: [{ encoding: 'br' }, { encoding: 'gzip' }],
  });
  expect(files.get('/assets/plain.woff2')).toMatchObject({
    contentType: 'font/woff2',
    isHashed: false,
    compressed: [],
  });
  expect(files.get('/archive.tar.gz')?.contentType).toBe('application/octet-stream');
});

test.each(['page', 'absent'])('a folder without index.html: %s', (name) => {
  write('other.html');
  expect(() => listStaticFiles(join(directory, name))).toThrow(
    expect.objectContaining({
      code: 'server.noPage',
      message: expect.stringContaining(join(directory, name)),
    }) as Error,
  );
});
