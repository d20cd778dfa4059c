import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

it('opens a request whose platform is broken or gone, says why, and lets another platform take its place', async () => {
  let file = '';
  const page = await newcomers.arrive({
    async prepare(_page, _url, state) {
      file = join(state, 'workspace', 'providers', 'mine.yaml');
    },
  });
  await byId(page, 'rail-platforms').click();
  await byId(page, 'platform-new').click();
  await byId(page, 'new-platform-base').selectOption('ldt6008');
  await byId(page, 'new-platform-title').fill('我的平台');
  await byId(page, 'new-platform-id').fill('mine');
  await byId(page, 'new-platform-make').click();
  await byId(page, 'choose-platform-mine').waitFor();
  await byId(page, 'rail-compose').click();
  await editorReady(page);
  await byId(page, 'platform').selectOption('mine');
  await byId(page, 'interface').selectOption('cardStatus');
  const kept = page.waitForResponse((response) => response.url().includes('saveDraft'));
  await pasteBody(page, '{"mine":"留着"}');
  await kept;

  const good = readFileSync(file, 'utf8');
  appendFileSync(file, '  header:\n    timestamp: {length: {exactly: long}}\n');
  await byId(page, 'platform-gone').waitFor();
  await page.getByText('providers/mine.yaml').first().waitFor();
  await page.getByText('{"mine":"留着"}').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  writeFileSync(file, good);
  await byId(page, 'send').waitFor();

  rmSync(file);
  await page.getByText('没有名为“mine”的平台').waitFor();
  await page.reload();
  await page.getByText('没有名为“mine”的平台').waitFor();
  await byId(page, 'platform').selectOption('ldt6008');
  await editorReady(page);
  await page.locator('.view-line', { hasText: '留着' }).waitFor();
  await byId(page, 'send').click();
  await byId(page, 'result-status').first().waitFor();
});
