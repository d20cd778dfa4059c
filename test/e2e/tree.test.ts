import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, fillTitle, filesBelow, inTree, orderOf, sitDown, type Desk } from './support/desk.ts';
import { byId, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

/** One way to work the tree: everything below is done in both. */
interface Hand {
  act(page: Page, row: string, action: string): Promise<void>;
  rename(page: Page, row: string, title: string): Promise<void>;
  title(page: Page, title: string): Promise<void>;
  moveInto(page: Page, folder: string): Promise<void>;
  remove(page: Page, row: string): Promise<void>;
  undo(page: Page): Promise<void>;
}

const mouse: Hand = {
  act: choose,
  async rename(page, row, title) {
    await choose(page, row, '改名与备注');
    await fillTitle(page, title);
  },
  title: fillTitle,
  async moveInto(page, folder) {
    await byId(page, 'folder-choice').selectOption(folder);
    await byId(page, 'tree-dialog-ok').click();
  },
  remove: (page, row) => choose(page, row, '删除'),
  undo: (page) => byId(page, 'undo').click(),
};

/** What has the focus, as far as a test tells it apart. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found = document.activeElement as HTMLElement | null;
    return found?.dataset['testid'] ?? (found?.role === 'menuitem' ? found.innerText.trim() : '');
  });

/** Presses a key until something has the focus, once for each step that the focus takes. */
async function press(page: Page, key: string, until: string): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    const before = await focused(page);
    if (before === until) return;
    await page.keyboard.press(key);
    await expect.poll(() => focused(page)).not.toBe(before);
  }
  throw new Error(`${key} does not lead to ${until}`);
}

const keyboard: Hand = {
  async act(page, row, action) {
    await byId(page, row).focus();
    await page.keyboard.press('Shift+F10');
    // The menu takes the focus by itself: the arrows are its own then, and not the tree's.
    await page.waitForFunction(() => document.activeElement?.role === 'menuitem');
    await press(page, 'ArrowDown', action);
    await page.keyboard.press('Enter');
  },
  async rename(page, row, title) {
    await byId(page, row).focus();
    await page.keyboard.press('F2');
    await keyboard.title(page, title);
  },
  async title(page, title) {
    await expect.poll(() => focused(page)).toBe('tree-title');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(title);
    await page.keyboard.press('Enter');
    await byId(page, 'tree-title').waitFor({ state: 'detached' });
  },
  async moveInto(page, folder) {
    await byId(page, 'folder-choice').waitFor();
    await press(page, 'Tab', 'folder-choice');
    const choice = byId(page, 'folder-choice');
    for (let count = 0; count < 60 && (await choice.inputValue()) !== folder; count += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await press(page, 'Tab', 'tree-dialog-ok');
    await page.keyboard.press('Enter');
  },
  async remove(page, row) {
    await byId(page, row).focus();
    await page.keyboard.press('Delete');
  },
  async undo(page) {
    await byId(page, 'undo').focus();
    await page.keyboard.press('Enter');
  },
};

/** A folder 甲 with three requests in it; gives the rows of these. */
async function withFolder({ page }: Desk): Promise<readonly string[]> {
  await byId(page, 'tree-add').click();
  await page.getByRole('menuitem', { name: '新建文件夹', exact: true }).click();
  await fillTitle(page, '甲');
  const rows: string[] = [];
  for (const title of ['用例1', '用例2', '用例3']) {
    await choose(page, 'folder-甲', '新建请求');
    await fillTitle(page, title);
    const made = inTree(page, title);
    rows.push((await made.getAttribute('data-testid')) ?? '');
  }
  return rows;
}

describe.each([
  ['mouse', mouse],
  ['keyboard', keyboard],
] as const)('the collection tree, by %s', (_name, hand) => {
  it('renames and moves a folder with what is in it', async () => {
    const desk = await sitDown(newcomers);
    const { page, collections } = desk;
    await withFolder(desk);
    await hand.rename(page, 'folder-甲', '乙');
    await byId(page, 'folder-乙').waitFor();
    expect(filesBelow(collections)).toContain('乙/用例2.yaml');
    expect(existsSync(join(collections, '甲'))).toBe(false);
    await hand.act(page, 'folder-乙', '移到文件夹');
    await hand.moveInto(page, '故意失败的调用');
    await byId(page, 'folder-故意失败的调用/乙').waitFor();
    expect(filesBelow(collections)).toContain('故意失败的调用/乙/用例2.yaml');
    expect(existsSync(join(collections, '乙'))).toBe(false);
  });

  it('puts a request in front of another and behind it', async () => {
    const desk = await sitDown(newcomers);
    const { page, collections } = desk;
    const [, second = '', third = ''] = await withFolder(desk);
    const order = () => {
      const file = join(collections, '甲/folder.yaml');
      return existsSync(file) ? orderOf(file) : [];
    };
    await hand.act(page, third, '上移');
    await expect.poll(order).toEqual(['用例1.yaml', '用例3.yaml', '用例2.yaml']);
    await expect.poll(() => inTree(page, /^用例\d$/).allInnerTexts()).toEqual(['用例1', '用例3', '用例2']);
    await hand.act(page, third, '下移');
    await expect.poll(order).toEqual(['用例1.yaml', '用例2.yaml', '用例3.yaml']);
    await hand.act(page, second, '上移');
    await expect.poll(order).toEqual(['用例2.yaml', '用例1.yaml', '用例3.yaml']);
  });

  it('saves as another request what was typed, and leaves the first as it was', async () => {
    const { page, collections } = await sitDown(newcomers);
    await pasteBody(page, '{"aac003": "李四"}');
    await byId(page, 'request-sample/card-status').getByRole('img').first().waitFor();
    await hand.act(page, 'request-sample/card-status', '另存为');
    await hand.title(page, '另一份');
    await inTree(page, '另一份').waitFor();
    const file = filesBelow(collections).find((name) => name.endsWith('另一份.yaml')) ?? '';
    expect(readFileSync(join(collections, file), 'utf8')).toContain('李四');
    const first = readFileSync(join(collections, '业务协同平台/对象/社会保障卡状态查询.yaml'), 'utf8');
    expect(first).toContain('张三');
    expect(first).not.toContain('李四');
  });

  it('renames a request, deletes it, and takes that back', async () => {
    const desk = await sitDown(newcomers);
    const { page, collections } = desk;
    const [first = ''] = await withFolder(desk);
    await hand.rename(page, first, '改过名');
    await inTree(page, '改过名').waitFor();
    expect(filesBelow(collections)).toContain('甲/改过名.yaml');
    await hand.remove(page, first);
    await byId(page, first).waitFor({ state: 'detached' });
    expect(filesBelow(collections)).not.toContain('甲/改过名.yaml');
    await hand.undo(page);
    await byId(page, first).waitFor();
    expect(filesBelow(collections)).toContain('甲/改过名.yaml');
  });
});

it('opens the dialogs of the whole workspace by keyboard, and leaves them open', async () => {
  const { page } = await sitDown(newcomers);
  await byId(page, 'tree-add').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.role === 'menuitem');
  await press(page, 'ArrowDown', '工作区名称与变量');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('variable-add').click();
  expect(await dialog.getByTestId('variable-name-0').isVisible()).toBe(true);
});

describe('several requests at once', () => {
  it('are dragged into a folder and back by undo, in their order', async () => {
    const desk = await sitDown(newcomers);
    const { page, collections } = desk;
    const [one = '', , three = ''] = await withFolder(desk);
    await byId(page, 'tree-add').click();
    await page.getByRole('menuitem', { name: '新建文件夹', exact: true }).click();
    await fillTitle(page, '乙');
    await byId(page, one).click({ modifiers: ['ControlOrMeta'] });
    await byId(page, three).click({ modifiers: ['ControlOrMeta'] });
    expect(await page.locator('.collection-row[data-selected="true"]').count()).toBe(2);
    await byId(page, three).dragTo(byId(page, 'folder-乙'));
    await page.getByText('移动了 2 项').waitFor();
    expect(filesBelow(collections)).toEqual(
      expect.arrayContaining(['乙/用例1.yaml', '乙/用例3.yaml', '甲/用例2.yaml']),
    );
    await byId(page, 'undo').click();
    await expect.poll(() => inTree(page, /^用例\d$/).allInnerTexts()).toEqual(['用例1', '用例2', '用例3']);
    expect(filesBelow(collections)).toEqual(expect.arrayContaining(['甲/用例1.yaml', '甲/用例3.yaml']));
    await byId(page, three).dragTo(byId(page, one), { targetPosition: { x: 40, y: 3 } });
    await expect.poll(() => inTree(page, /^用例\d$/).allInnerTexts()).toEqual(['用例3', '用例1', '用例2']);
  });

  it('are deleted together, and come back together', async () => {
    const desk = await sitDown(newcomers);
    const { page } = desk;
    const [one = '', , three = ''] = await withFolder(desk);
    await byId(page, one).click();
    await byId(page, three).click({ modifiers: ['Shift'] });
    expect(await page.locator('.collection-row[data-selected="true"]').count()).toBe(3);
    await byId(page, three).press('Delete');
    await page.getByText('删除了 3 项').waitFor();
    await byId(page, one).waitFor({ state: 'detached' });
    await byId(page, 'undo').click();
    await byId(page, one).waitFor();
    await byId(page, three).waitFor();
  });
});
