import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findChromium } from './find-chromium.mjs';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hufu-chromium-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function create(...segments: string[]) {
  const file = join(home, ...segments);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return file;
}

function find(environment: Record<string, string> = {}, platform: NodeJS.Platform = 'linux') {
  return findChromium({ environment, platform, home });
}

it('finds nothing on a machine without one', () => expect(find({ PATH: join(home, 'bin') })).toBeUndefined());

it('takes the one that is named, and no other in its place', () => {
  const named = create('mine', 'chrome');
  const bin = dirname(create('bin', 'chromium'));
  expect(find({ HUFU_CHROMIUM: named, PATH: bin })).toBe(named);
  expect(find({ HUFU_CHROMIUM: join(home, 'gone'), PATH: bin })).toBeUndefined();
});

it('prefers a system browser on the PATH to the cache of Playwright', () => {
  const cached = create('.cache', 'ms-playwright', 'chromium-1200', 'chrome-linux64', 'chrome');
  expect(find()).toBe(cached);
  const system = create('bin', 'google-chrome');
  expect(find({ PATH: `relative:${join(home, 'bin')}` })).toBe(system);
});

it('takes the newest revision of the cache, and no other browser from it', () => {
  create('.cache', 'ms-playwright', 'chromium-999', 'chrome-linux', 'chrome');
  create('.cache', 'ms-playwright', 'firefox-9999', 'chrome-linux', 'chrome');
  const newest = create('.cache', 'ms-playwright', 'chromium-1200', 'chrome-linux', 'chrome');
  expect(find()).toBe(newest);
});

it('knows where macOS keeps its programs', () => {
  const chrome = create('Applications', 'Google Chrome.app', 'Contents', 'MacOS', 'Google Chrome');
  const found = find({}, 'darwin');
  // A Mac that runs this test has one of its own.
  expect([chrome, found?.startsWith('/Applications/') ? found : undefined]).toContain(found);
});
