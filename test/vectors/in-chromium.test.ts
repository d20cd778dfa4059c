import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/lib/find-chromium.mjs';
import { gbkTable } from '../../shared/crypto/encodings/gbk-table.ts';
import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { sm3 } from '../../shared/crypto/sm3/sm3.ts';
import type * as BrowserVectors from './browser-vectors.ts';
import { cryptoVectorFiles } from './crypto-vectors.ts';
import { readVectors } from './read-vectors.ts';
import type { VectorFile } from './vector-file.ts';

declare const vectors: typeof BrowserVectors;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('No Chromium found: install one, or set HUFU_CHROMIUM to its path.');
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'browser-vectors.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'vectors',
    target: 'es2023',
  });
  browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  page = await browser.newPage();
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
});

afterAll(async () => {
  await browser.close();
});

test.each(cryptoVectorFiles)('portable engine in Chromium: %s', async (file) => {
  const json = readVectors<VectorFile>(file);
  const results = await page.evaluate(([name, text]) => vectors.run(name, text), [file, JSON.stringify(json)] as const);
  expect(new Set(results.map(({ tcId }) => tcId)).size).toBe(json.numberOfTests);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
});

test('whole LD/T 6008 messages in Chromium', async () => {
  const json = readVectors<VectorFile>('ldt6008');
  const results = await page.evaluate((text) => vectors.runMessages(text), JSON.stringify(json));
  expect(new Set(results.map(({ tcId }) => tcId)).size).toBe(json.numberOfTests);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
});

test('keys in every form, in Chromium', async () => {
  const json = readVectors<VectorFile>('keys');
  const results = await page.evaluate((text) => vectors.runKeys(text), JSON.stringify(json));
  expect(new Set(results.map(({ tcId }) => tcId)).size).toBe(json.numberOfTests);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
});

test('GBK is the same table as in Node', async () => {
  expect(await page.evaluate(() => vectors.gbkDigest())).toBe(
    hexFromBytes(sm3(new Uint8Array(gbkTable().units.buffer))),
  );
});
