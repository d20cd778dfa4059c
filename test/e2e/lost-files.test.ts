import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, fillTitle, filesBelow, inTree, sitDown, type Desk } from './support/desk.ts';
import { byId, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const opened = 'request-sample/card-status';
const body = (page: Page) => page.locator('[data-testid="body-editor"] .view-lines');
const unsaved = (page: Page) => page.getByText('未保存', { exact: true });
const fileOf = ({ collections }: Desk) => join(collections, '业务协同平台/对象/社会保障卡状态查询.yaml');

/** The open request with something typed into it, its file taken away. */
async function loseTyped(desk: Desk): Promise<void> {
  const { page } = desk;
  await pasteBody(page, JSON.stringify({ aac003: '李四', aac002: '11010519491231002X' }, null, 2));
  await byId(page, opened).getByRole('img').first().waitFor();
  renameSync(fileOf(desk), `${fileOf(desk)}.gone`);
  await unsaved(page).waitFor();
}

/** Rows that stand at one place hide each other. */
async function placesOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('.collection-row-place')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).style.transform));
}

describe('a request whose file is deleted outside', () => {
  it('keeps what was typed, says so, and says how to save it', async () => {
    const desk = await sitDown(newcomers);
    const { page, collections } = desk;
    await loseTyped(desk);
    await page.getByText('的文件在外面被删除了；你的修改还在，按“保存”会存成一个新的请求').waitFor();
    expect(await body(page).textContent()).toContain('李四');
    await byId(page, 'save').click();
    await fillTitle(page, '救回来的');
    await inTree(page, '救回来的').waitFor();
    expect(filesBelow(collections).some((name) => name.endsWith('救回来的.yaml'))).toBe(true);
  });

  it('is told of where nothing was typed, and where a deletion made here is still on show', async () => {
    const desk = await sitDown(newcomers);
    const { page } = desk;
    await choose(page, 'request-sample/variables', '删除');
    await byId(page, 'undo').waitFor();
    rmSync(fileOf(desk));
    await page.getByText('的文件在外面被删除了。').waitFor();
    await byId(page, opened).waitFor({ state: 'detached' });
    expect(await unsaved(page).count()).toBe(0);
  });

  it('is told of as deleted, with the way back, where it was deleted here', async () => {
    const desk = await sitDown(newcomers);
    const { page } = desk;
    await choose(page, opened, '删除');
    await byId(page, opened).waitFor({ state: 'detached' });
    await page.getByText('已删除“社会保障卡状态查询”').waitFor();
    await byId(page, 'undo').click();
    await byId(page, opened).waitFor();
    expect(existsSync(fileOf(desk))).toBe(true);
  });

  it('stands in the tree once when its file comes back', async () => {
    const desk = await sitDown(newcomers);
    const { page } = desk;
    await loseTyped(desk);
    expect(await byId(page, opened).count()).toBe(1);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    // Between the tree's news and the file's content there is a moment, which is long here.
    await page.route('**/api/workspace.request', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/workspace.request');
    renameSync(`${fileOf(desk)}.gone`, fileOf(desk));
    await asked;
    expect(await byId(page, opened).count()).toBe(1);
    expect(await unsaved(page).count()).toBe(0);
    release();
    await byId(page, 'conflict').waitFor();
    expect(await body(page).textContent()).toContain('李四');
    const places = await placesOf(page);
    expect(new Set(places).size).toBe(places.length);
  });
});
