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

async function ready(): Promise<Page> {
  const page = await newcomers.arrive();
  await editorReady(page);
  return page;
}

it('finds requests, interfaces and commands by pinyin initials, codes and words, and does what was chosen', async () => {
  const page = await ready();
  await page.keyboard.press('Control+K');
  await byId(page, 'palette-text').fill('grjl fy');
  await byId(page, 'palette-request:sample/resume').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('[data-tab="sample/resume"][aria-current="page"]').waitFor();

  await page.keyboard.press('Alt+I');
  await byId(page, 'palette-text').fill('Y70PBtch');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>('[data-testid="interface"]')?.value === 'cardStatusBatch',
  );

  await page.keyboard.press('Control+K');
  await byId(page, 'palette-text').fill('lishi');
  await byId(page, 'palette-action:showHistory').click();
  await byId(page, 'history-screen').waitFor();
  await page.keyboard.press('Control+K');
  await byId(page, 'palette-text').fill('没有这样的东西');
  await page.getByText('没有找到“没有这样的东西”。').waitFor();
  await page.keyboard.press('Escape');
  await byId(page, 'palette-text').waitFor({ state: 'detached' });
});

it('sends by the keys it is given, and takes them from what had them, with a way back', async () => {
  const page = await ready();
  await page.keyboard.press('Control+,');
  await byId(page, 'settings-screen').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const rebind = async (id: string, keys: string): Promise<void> => {
    await byId(page, `change-keys-${id}`).click();
    await byId(page, 'press-keys').press(keys);
  };
  await rebind('send', 'x');
  await page.getByText('会打断输入').waitFor();
  await byId(page, 'press-keys').press('Control+s');
  await page.getByText('“保存请求”不再有快捷键').waitFor();
  expect(await byId(page, 'keys-send').innerText()).toBe('Ctrl+S');
  await byId(page, 'undo').click();
  expect(await byId(page, 'keys-send').innerText()).toBe('Ctrl+↵');
  expect(await byId(page, 'keys-save').innerText()).toBe('Ctrl+S');
  await rebind('send', 'F9');
  await page.reload();
  await editorReady(page);
  await page.keyboard.press('F9');
  await byId(page, 'result-status').first().waitFor();
});

it('lists the keys on ?, leaves keys to texts and to dialogs, and keeps the size of everything', async () => {
  const page = await ready();
  await byId(page, 'collection-filter').fill('');
  await byId(page, 'collection-filter').press('?');
  expect(await byId(page, 'collection-filter').inputValue()).toBe('?');
  await byId(page, 'collection-filter').fill('');
  await byId(page, 'rail-compose').focus();
  await page.keyboard.press('?');
  await byId(page, 'shortcuts-dialog').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Escape');
  await byId(page, 'shortcuts-dialog').waitFor({ state: 'hidden' });
  expect(await byId(page, 'history-screen').count()).toBe(0);

  await byId(page, 'rail-settings').click();
  await page.getByRole('button', { name: '125 %' }).click();
  await page.keyboard.press('Alt+1');
  // Sizes and places are still those that the mouse sees.
  const divider = page.getByRole('separator', { name: '报文头的宽度' });
  const before = await divider.boundingBox();
  if (!before) throw new Error('There is no divider.');
  const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  const after = await divider.boundingBox();
  expect(Math.abs((after?.x ?? 0) - before.x - 60)).toBeLessThan(4);
});

it('shows the columns of a call that are wanted, as wide as they are wanted, after a reload too', async () => {
  const page = await ready();
  await byId(page, 'send').click();
  await byId(page, 'result-status').first().waitFor();
  const width = async (id: string): Promise<number> => (await byId(page, id).boundingBox())?.width ?? 0;
  const before = await width('result-request-plain');
  await page.getByRole('separator', { name: '“明文 / 收到”一列的宽度' }).press('ArrowRight');
  await expect.poll(() => width('result-request-plain')).toBeGreaterThan(before + 10);
  await byId(page, 'columns').click();
  await byId(page, 'column-signed').uncheck();
  await byId(page, 'result-request-signed').waitFor({ state: 'hidden' });
  await byId(page, 'column-plain').uncheck();
  expect(await byId(page, 'column-encrypted').isDisabled()).toBe(true);
  await page.reload();
  await editorReady(page);
  await byId(page, 'result-request-encrypted').waitFor();
  expect(await byId(page, 'result-request-plain').isVisible()).toBe(false);
});
