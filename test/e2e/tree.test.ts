import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, fillTitle, filesBelow, orderOf, sitDown } from './support/desk.ts';
import { byId, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

describe('the collection tree', () => {
  it('is worked by keyboard: rename, order, move, save as, delete and undo', async () => {
    const { page, collections } = await sitDown(newcomers);
    const focusOn = (row: string) => byId(page, row).focus();

    await byId(page, 'tree-add').click();
    await page.getByRole('menuitem', { name: '新建文件夹', exact: true }).click();
    await fillTitle(page, '甲');
    for (const title of ['用例1', '用例2']) {
      await choose(page, 'folder-甲', '新建请求');
      await fillTitle(page, title);
      await page.getByRole('button', { name: title, exact: true }).waitFor();
    }
    const second = (await page.getByRole('button', { name: '用例2', exact: true }).getAttribute('data-testid')) ?? '';

    await focusOn(second);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: '上移', exact: true }).press('Enter');
    await expect.poll(() => existsSync(join(collections, '甲/folder.yaml'))).toBe(true);
    await expect.poll(() => orderOf(join(collections, '甲/folder.yaml'))).toEqual(['用例2.yaml', '用例1.yaml']);

    await focusOn('folder-甲');
    await page.keyboard.press('F2');
    await fillTitle(page, '乙');
    await byId(page, 'folder-乙').waitFor();
    expect(filesBelow(collections)).toContain('乙/用例2.yaml');
    expect(orderOf(join(collections, '乙/folder.yaml'))).toEqual(['用例2.yaml', '用例1.yaml']);

    await choose(page, 'folder-乙', '移到文件夹');
    await byId(page, 'folder-choice').selectOption('故意失败的调用');
    await byId(page, 'tree-dialog-ok').click();
    await byId(page, 'folder-故意失败的调用/乙').waitFor();
    expect(filesBelow(collections)).toContain('故意失败的调用/乙/用例2.yaml');

    await choose(page, second, '另存为');
    await fillTitle(page, '用例2的另存');
    const copy = page.getByRole('button', { name: '用例2的另存', exact: true });
    await copy.waitFor();
    const saved = (await copy.getAttribute('data-testid')) ?? '';
    await focusOn(saved);
    await page.keyboard.press('Delete');
    await copy.waitFor({ state: 'detached' });
    expect(filesBelow(collections).some((name) => name.endsWith('用例2的另存.yaml'))).toBe(false);
    await byId(page, 'undo').focus();
    await page.keyboard.press('Enter');
    await copy.waitFor();
  });
});
