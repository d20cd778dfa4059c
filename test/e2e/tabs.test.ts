import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const [card, resume, batch] = ['sample/card-status', 'sample/resume', 'sample/card-status-batch'] as const;

const tabs = (page: Page): Promise<string[]> =>
  page.locator('.request-tabs [data-tab]').evaluateAll((all) => all.map((one) => one.getAttribute('data-tab') ?? ''));

async function inFront(page: Page, id: string): Promise<void> {
  await page.locator(`.request-tabs [data-tab="${id}"][aria-current="page"]`).waitFor();
}

it('looks at requests in one tab, keeps those asked for or changed, and gives each its own result', async () => {
  const page = await newcomers.arrive();
  await editorReady(page);
  await inFront(page, card);
  await byId(page, `request-${resume}`).click();
  await inFront(page, resume);
  await byId(page, `request-${batch}`).click();
  await inFront(page, batch);
  expect(await tabs(page)).toEqual([card, batch]);
  await byId(page, `request-${batch}`).dblclick();
  await byId(page, `request-${resume}`).click();
  await inFront(page, resume);
  expect(await tabs(page)).toEqual([card, batch, resume]);
  await byId(page, 'send').click();
  await byId(page, 'result-status').first().waitFor();
  await byId(page, `tab-${batch}`).click();
  await page.getByText('还没有调用').waitFor();
  await byId(page, `tab-${resume}`).click();
  await byId(page, 'result-status').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

it('closes without asking, opens again what was closed, and stands as it was after a reload', async () => {
  const page = await newcomers.arrive();
  await editorReady(page);
  for (const id of [resume, batch]) {
    await byId(page, `request-${id}`).dblclick();
    await inFront(page, id);
  }
  const kept = page.waitForResponse((response) => response.url().includes('saveDraft'));
  await pasteBody(page, '{"mine":"留着"}');
  await kept;
  await byId(page, `tab-${batch}`).focus();
  await page.keyboard.press('Delete');
  await inFront(page, resume);
  await page.keyboard.press('Alt+Shift+T');
  await inFront(page, batch);
  await page.locator('.view-line', { hasText: '留着' }).waitFor();
  await byId(page, `tab-${card}`).click({ button: 'middle' });
  await byId(page, `tab-${resume}`).dragTo(byId(page, `tab-${batch}`));
  await page.waitForFunction(() => document.querySelectorAll('.request-tabs [data-tab]').length === 2);
  const screenKept = page.waitForResponse((response) => response.url().includes('saveDraft'));
  await byId(page, `tab-${batch}`).dragTo(byId(page, `tab-${resume}`));
  await screenKept;
  expect(await tabs(page)).toEqual([batch, resume]);
  await page.reload();
  await inFront(page, batch);
  expect(await tabs(page)).toEqual([batch, resume]);
  await page.locator('.view-line', { hasText: '留着' }).waitFor();

  await byId(page, `tab-${batch}`).click({ button: 'right' });
  const closed = page.waitForResponse((response) => response.url().includes('saveDraft'));
  await page.getByRole('menuitem', { name: '全部关闭' }).click();
  await closed;
  await page.reload();
  await page.getByText('从左边选择一个请求').waitFor();
});
