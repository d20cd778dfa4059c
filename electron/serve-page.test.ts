import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { servePage } from './serve-page.ts';

let directory: string;
let serve: (request: Request) => Promise<Response>;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-page-'));
  mkdirSync(join(directory, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  writeFileSync(join(directory, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(directory, 'renderer', 'assets', 'main.js'), 'run()');
  serve = servePage(join(directory, 'renderer'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it.each([
  ['app://hufu/', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://hufu/index.html#/compose', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://hufu/assets/main.js?v=1', 'text/javascript; charset=utf-8', 'run()'],
])('serves %s under the content security policy', async (url, contentType, text) => {
  const response = await serve(new Request(url));
  expect(response.headers.get('Content-Type')).toBe(contentType);
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'");
  expect(await response.text()).toBe(text);
});

it.each([
  'app://hufu/missing.js',
  'app://hufu/../secret.txt',
  'app://hufu/%2e%2e/secret.txt',
  'app://hufu/..%2fsecret.txt',
  'app://hufu/assets/..%5c..%5c..%5csecret.txt',
  'app://hufu//etc/passwd',
  'app://other/index.html',
])('serves nothing for %s', async (url) => {
  const response = await serve(new Request(url));
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

it('answers GET alone', async () => {
  expect((await serve(new Request('app://hufu/index.html', { method: 'POST' }))).status).toBe(404);
});
