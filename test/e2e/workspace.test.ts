import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inTemporaryFolder, startHufu } from './support/hufu.ts';
import { axeViolations } from './support/axe-violations.ts';
import { choose, fillTitle, filesBelow, inTree, sitDown } from './support/desk.ts';
import {
  byId,
  editorReady,
  pasteBody,
  welcomeNewcomers,
  type NewcomerOptions,
  type Newcomers,
} from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const atDesk = (options: NewcomerOptions = {}) => sitDown(newcomers, options);

const first = '[data-testid="request-sample/card-status"]';
const body = (page: Page) => page.locator('[data-testid="body-editor"] .view-lines');
const written = { aac003: '李四', aac002: '11010519491231002X' };

describe('the workspace on screen', () => {
  it('saves a request into its file, as a person would write it', async () => {
    const { page, collections } = await atDesk();
    await pasteBody(page, JSON.stringify(written, null, 2));
    await byId(page, 'save').click();
    await byId(page, 'save').waitFor({ state: 'detached' });
    const file = join(collections, '业务协同平台/对象/社会保障卡状态查询.yaml');
    expect(readFileSync(file, 'utf8')).toContain('body: |-\n  {\n    "aac003": "李四",\n');
    await page.reload();
    await editorReady(page);
    expect(await body(page).textContent()).toContain('李四');
    expect(await byId(page, 'save').count()).toBe(0);
  });

  it('makes, renames, moves and duplicates; what is deleted comes back', async () => {
    const { page, collections } = await atDesk();
    await byId(page, 'tree-add').click();
    await page.getByRole('menuitem', { name: '新建文件夹', exact: true }).click();
    await fillTitle(page, '联调');
    await choose(page, 'folder-联调', '新建请求');
    await fillTitle(page, '第一次');
    const made = inTree(page, '第一次');
    await made.waitFor();
    expect(existsSync(join(collections, '联调/第一次.yaml'))).toBe(true);

    const row = await made.getAttribute('data-testid');
    await choose(page, row ?? '', '改名与备注');
    await byId(page, 'tree-note').fill('给对方看的');
    await fillTitle(page, '改过名');
    await page.getByText('给对方看的').waitFor();
    expect(filesBelow(collections)).toContain('联调/改过名.yaml');

    await choose(page, row ?? '', '移到文件夹');
    await byId(page, 'folder-choice').selectOption('故意失败的调用');
    await byId(page, 'tree-dialog-ok').click();
    await byId(page, 'folder-choice').waitFor({ state: 'detached' });
    expect(filesBelow(collections)).toContain('故意失败的调用/改过名.yaml');

    await choose(page, row ?? '', '复制一份');
    await inTree(page, '改过名 副本').waitFor();
    await choose(page, row ?? '', '删除');
    await page.locator(`[data-testid="${row}"]`).waitFor({ state: 'detached' });
    expect(filesBelow(collections)).not.toContain('故意失败的调用/改过名.yaml');
    await byId(page, 'undo').click();
    await page.locator(`[data-testid="${row}"]`).waitFor();
    expect(filesBelow(collections)).toContain('故意失败的调用/改过名.yaml');
  });

  it('shows what others change, and a broken file beside its healthy neighbours', async () => {
    const { page, collections } = await atDesk();
    const file = join(collections, '业务协同平台/对象/社会保障卡状态查询.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('张三', '王五'));
    await body(page).getByText('王五').waitFor();
    mkdirSync(join(collections, '新的'));
    writeFileSync(join(collections, '新的/手写.yaml'), 'format: 1\nplatform: ldt6008\nbody: "{}"\n');
    writeFileSync(join(collections, '新的/坏的.yaml'), 'format: 1\nplatform: "ldt6008\n');
    await inTree(page, '手写').waitFor();
    await byId(page, 'broken-新的/坏的.yaml').click();
    expect(await byId(page, 'failure-request.broken').textContent()).toContain('第 3 行第 1 列');
    renameSync(join(collections, '新的/坏的.yaml'), join(collections, '新的/坏的.txt'));
    await byId(page, 'broken-新的/坏的.yaml').waitFor({ state: 'detached' });
  });

  it.each([
    ['mine', '李四'],
    ['disk', '王五'],
    ['copy', '王五'],
  ])('a conflict loses neither side: %s', async (choice, shown) => {
    const { page, collections } = await atDesk();
    await pasteBody(page, JSON.stringify(written, null, 2));
    await page.locator(`${first} [role="img"]`).first().waitFor();
    const file = join(collections, '业务协同平台/对象/社会保障卡状态查询.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('张三', '王五'));
    await byId(page, 'conflict').waitFor();
    await byId(page, 'conflict-compare').click();
    const diff = byId(page, 'text-diff');
    await expect.poll(() => diff.textContent()).toMatch(/王五.*李四|李四.*王五/s);
    await page.keyboard.press('Escape');
    await diff.waitFor({ state: 'detached' });
    await byId(page, `conflict-${choice}`).click();
    await byId(page, 'conflict').waitFor({ state: 'detached' });
    await body(page).getByText(shown).waitFor();
    expect(readFileSync(file, 'utf8')).toContain('王五');
    if (choice === 'disk') {
      await byId(page, 'undo').click();
      await body(page).getByText('李四').waitFor();
    }
    if (choice === 'copy') {
      const copy = filesBelow(collections).find((name) => name.includes('我的修改'));
      expect(readFileSync(join(collections, copy ?? ''), 'utf8')).toContain('李四');
    }
    if (choice === 'mine') {
      await byId(page, 'save').click();
      await byId(page, 'save').waitFor({ state: 'detached' });
      expect(readFileSync(file, 'utf8')).toContain('李四');
    }
  });

  it('has what was typed after kill -9', async () => {
    await inTemporaryFolder(async (state) => {
      const killed = await startHufu(['start', '--json', '--state', state]);
      const page = await newcomers.open(String(killed.ready['url']));
      await editorReady(page);
      await pasteBody(page, JSON.stringify(written, null, 2));
      // Said once it is on the disk, and not before.
      await page.getByText('草稿已自动保存').waitFor();
      const ended = once(killed.process, 'exit');
      killed.process.kill('SIGKILL');
      await ended;
      const second = await startHufu(['start', '--json', '--state', state]);
      const again = await newcomers.open(String(second.ready['url']));
      await editorReady(again);
      await body(again).getByText('李四').waitFor();
      await byId(again, 'save').waitFor();
      expect(await byId(again, 'conflict').count()).toBe(0);
      await second.stop();
    });
  });

  it('fills variables from the folder, says which has no value, and sends nothing then', async () => {
    const { page } = await atDesk();
    await byId(page, 'request-sample/variables').click();
    await body(page).getByText('证件号码').waitFor();
    await byId(page, 'variables').locator('summary').click();
    await byId(page, 'variables').getByText('证件号码').waitFor();
    await byId(page, 'send').click();
    await byId(page, 'result-response-decrypted').getByText('张三').waitFor();
    await pasteBody(page, '{"aac003": ""}');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('{{');
    await page.locator('.suggest-widget').getByText('姓名', { exact: true }).waitFor();
    await byId(page, 'request-sample/fails/variable').click();
    await byId(page, 'body-problem').getByText('不存在').waitFor();
    await byId(page, 'send').click();
    await byId(page, 'failure-variable.unknown').waitFor();
    expect(await page.locator('.call-list li').count()).toBe(1);
  });

  it.each(['zh', 'en'] as const)(
    'cuts neither sending nor saving nor the status in a small window: %s',
    async (language) => {
      const { page } = await atDesk({ language, width: 1024, height: 700 });
      await byId(page, 'send').click();
      await byId(page, 'result-status').waitFor();
      await pasteBody(page, JSON.stringify(written));
      await byId(page, 'revert').waitFor();
      const cut = await page
        .locator('.toolbar button, .toolbar select, .status-line button, .status-line > span')
        .evaluateAll((parts) =>
          parts
            .filter((part) => {
              const own = part.getBoundingClientRect();
              const around = part.parentElement?.closest('.toolbar, .status-line')?.getBoundingClientRect();
              const isWide = !part.matches('select') && part.scrollWidth > part.clientWidth + 1;
              return isWide || own.right > Math.min(innerWidth, around?.right ?? 0) || own.left < (around?.left ?? 0);
            })
            .map((part) => part.textContent),
        );
      expect(cut).toEqual([]);
    },
  );

  it.each([
    ['zh', { width: 1440, height: 900 }],
    ['en', { width: 1024, height: 700 }],
  ] as const)('is accessible in %s, dialogs included', async (language, size) => {
    const { page } = await atDesk({ language, ...size });
    expect(await axeViolations(page)).toEqual([]);
    await byId(page, 'tree-add').click();
    await page.getByRole('menuitem').first().click();
    await byId(page, 'tree-title').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
