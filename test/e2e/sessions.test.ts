import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

it('shows how long a session lives, how that is known, and forgets it when asked', async () => {
  const page = await newcomers.arrive({ width: 1024, height: 700 });
  await editorReady(page);
  expect(await byId(page, 'session-state').count()).toBe(0);
  await byId(page, 'collection-filter').fill('当前用户');
  await byId(page, 'request-sample/db11t2290/other/currentUser').click();
  await page.locator('[data-testid="session-state"]', { hasText: '未登录' }).waitFor();
  await byId(page, 'send').click();
  await page.locator('[data-testid="session-state"]', { hasText: /剩 2[34] 小时/ }).waitFor();

  await byId(page, 'session-state').click();
  await page.getByText('有效期约 24 小时是推断').waitFor();
  await page.getByText('只在内存里').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.content()).not.toMatch(/[\da-f]{32}/);
  await byId(page, 'session-forget').click();
  await page.locator('[data-testid="session-state"]', { hasText: '未登录' }).waitFor();

  // By keyboard, in English: the next call logs in again.
  await page.keyboard.press('Escape');
  await byId(page, 'language').click();
  await byId(page, 'send').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="session-state"]', { hasText: /2[34] h left/ }).waitFor();
  await byId(page, 'session-state').focus();
  await page.keyboard.press('Enter');
  await page.getByText('In memory only').waitFor();
});
