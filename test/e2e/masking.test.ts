import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

/** Of the sample: a name, a number, and both as bytes. */
const personal = ['张三', '11010519491231002X', 'e5bca0e4b889', '31313031303531393439'];

/** Everything that can be read, what the editor covers by its colour left out. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const covered = [...document.querySelectorAll<HTMLElement>('.body-masked, .monaco-aria-container')];
    for (const one of covered) one.dataset['text'] = one.textContent ?? '';
    for (const one of covered) one.textContent = '';
    const titles = [...document.querySelectorAll('[title]')].map((one) => one.getAttribute('title')).join('\n');
    const text = `${document.body.innerText}\n${titles}`;
    for (const one of covered) one.textContent = one.dataset['text'] ?? '';
    return text;
  });

it('covers personal data on every screen by one switch, and sends what is there', async () => {
  const page = await newcomers.arrive();
  await editorReady(page);
  await byId(page, 'send').click();
  await byId(page, 'result-status').first().waitFor();
  await page.locator('.code-text', { hasText: '张三' }).first().waitFor();
  const before = await readable(page);
  for (const value of personal.slice(0, 2)) expect(before).toContain(value);

  await page.keyboard.press('Alt+M');
  await page.locator('.body-masked').first().waitFor();
  await page.waitForFunction(
    () => ![...document.querySelectorAll('.code-text')].some((one) => one.textContent?.includes('张三')),
  );
  await byId(page, 'wire-step-charset.encode').first().locator('.wire-step-title').click();
  await page.getByText('遮盖时只显示文本').first().waitFor();
  const covered = await readable(page);
  for (const value of personal) expect(covered, value).not.toContain(value);
  expect(await axeViolations(page)).toEqual([]);

  await byId(page, 'rail-history').click();
  await byId(page, 'history-screen').waitFor();
  await byId(page, 'history-row').first().click();
  await byId(byId(page, 'history-screen'), 'result-request-plain').waitFor();
  const history = await readable(page);
  for (const value of personal) expect(history, value).not.toContain(value);

  await page.reload();
  await editorReady(page);
  await page.locator('.body-masked').first().waitFor();
  await byId(page, 'send').click();
  await page.locator('[data-testid="result-status"]', { hasText: '00' }).first().waitFor();
  await byId(page, 'masking').click();
  await page.locator('.code-text', { hasText: '张三' }).first().waitFor();
});
