import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/lib/find-chromium.mjs';
import { axeViolations } from './support/axe-violations.ts';
import { startHufu, type Running } from './support/hufu.ts';

const sixPanes = [
  'result-request-plain',
  'result-request-signed',
  'result-request-encrypted',
  'result-response-encrypted',
  'result-response-verified',
  'result-response-decrypted',
];

let browser: Browser;
let folder: string;
let host: Running | undefined;
let context: BrowserContext | undefined;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: install one, or set HUFU_CHROMIUM.');
  browser = await chromium.launch({ executablePath, args: chromiumArguments() });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-e2e-history-'));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
afterAll(() => browser.close());

/** Starts the program on a folder of this test and opens its page. */
async function start(state = 'state', viewport = { width: 1440, height: 900 }): Promise<Page> {
  host = await startHufu(['start', '--json', '--state', join(folder, state)]);
  context = await browser.newContext({ viewport, acceptDownloads: true });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(String(host.ready['url']));
  return page;
}

async function stop(): Promise<void> {
  await context?.close();
  await host?.stop();
  [context, host] = [undefined, undefined];
}

/** Of the screen in front: the one behind it stays in the page. */
const seen = (page: Page, id: string): Locator => page.locator(`[data-testid="${id}"]:visible`);
const rows = (page: Page): Locator => seen(page, 'history-row');

async function send(page: Page, request?: string): Promise<void> {
  if (request !== undefined) await seen(page, `request-${request}`).click();
  const calls = page.locator('.call-list li');
  const before = await calls.count();
  await seen(page, 'send').click();
  await calls.nth(before).waitFor();
}

async function openHistory(page: Page): Promise<void> {
  await seen(page, 'rail-history').click();
  await rows(page).first().waitFor();
}

async function openCall(page: Page, index: number): Promise<void> {
  await rows(page).nth(index).click();
  await seen(page, 'history-shown').waitFor();
}

async function haveRows(page: Page, count: number): Promise<void> {
  await expect.poll(() => rows(page).count(), { timeout: 10_000 }).toBe(count);
}

async function statusIs(page: Page, text: string): Promise<void> {
  await seen(page, 'result-status').filter({ hasText: text }).waitFor();
}

/** Answers the export dialog and reads the file. */
async function exportAs(page: Page, form: 'masked' | 'whole'): Promise<{ path: string; text: string }> {
  await seen(page, `export-${form}`).check();
  const downloading = page.waitForEvent('download');
  await seen(page, 'export-save').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^hufu-history-.*\.jsonl$/);
  const path = join(folder, `${form}.jsonl`);
  await download.saveAs(path);
  return { path, text: readFileSync(path, 'utf8') };
}

describe('a call that was sent', () => {
  it('is there after reloading and after a restart, with all that was shown of it', async () => {
    const page = await start();
    await send(page);
    const texts = async (on: Page) => Promise.all(sixPanes.map((pane) => seen(on, pane).innerText()));
    await statusIs(page, '业务成功');
    const sent = await texts(page);
    expect(sent[0]).toContain('"张三"');
    await page.reload();
    await statusIs(page, '业务成功');
    expect(await texts(page)).toEqual(sent);
    await stop();

    const later = await start();
    await statusIs(later, '业务成功');
    expect(await texts(later)).toEqual(sent);
    await openHistory(later);
    await openCall(later, 0);
    expect(await texts(later)).toEqual(sent);
    await seen(later, 'call-facts').click();
    expect(await later.locator('.call-facts').innerText()).toMatch(/127\.0\.0\.1[\s\S]*虎符 \d/);
  });

  it('sent again exactly is refused as a replay with the same bytes; signed anew it succeeds', async () => {
    const page = await start();
    await send(page);
    const first = await seen(page, 'result-request-encrypted').innerText();
    await openHistory(page);
    await openCall(page, 0);
    await seen(page, 'send-exactly').click();
    await statusIs(page, '30');
    expect(await seen(page, 'result-request-encrypted').innerText()).toBe(first);
    await seen(page, 'compare').click();
    await seen(page, 'compare-wire').filter({ hasText: '相同' }).waitFor();
    await page.keyboard.press('Escape');

    await seen(page, 'sign-and-send').click();
    await statusIs(page, '业务成功');
    expect(await seen(page, 'result-request-encrypted').innerText()).not.toBe(first);
    await haveRows(page, 3);
  });
});

describe('the list', () => {
  it('finds Chinese of two characters in the plaintext, and what the filters ask for', async () => {
    const page = await start();
    await send(page);
    await send(page, 'sample/fails/business');
    await openHistory(page);
    await haveRows(page, 2);
    for (const [text, count] of [
      ['张三', 1],
      ['张', 1],
      ['没有这样的人', 0],
      ['', 2],
    ] as const) {
      await seen(page, 'history-search').fill(text);
      await haveRows(page, count);
    }
    await seen(page, 'filter-verdict').selectOption('success');
    await haveRows(page, 1);
    await seen(page, 'filter-verdict').selectOption('');
    await seen(page, 'filter-period').selectOption('today');
    await haveRows(page, 2);
    await seen(page, 'more-filters').click();
    await seen(page, 'filter-status').selectOption('10');
    await haveRows(page, 1);
    await seen(page, 'filter-pinned').check();
    await seen(page, 'clear-filters').click();
    await haveRows(page, 2);
    expect(await seen(page, 'filter-verdict').inputValue()).toBe('');
    expect(await rows(page).nth(1).innerText()).toContain('社会保障卡状态查询');
  });

  it('keeps pin, note and tags, and finds the call by them', async () => {
    const page = await start();
    await send(page);
    await send(page);
    await openHistory(page);
    await openCall(page, 1);
    await seen(page, 'describe').click();
    await seen(page, 'tags').fill('上线验收，重放');
    await seen(page, 'note').fill('对方说没有收到');
    await seen(page, 'describe-save').click();
    await rows(page).nth(1).filter({ hasText: '上线验收' }).waitFor();
    await seen(page, 'pin').click();
    await seen(page, 'pin').and(page.locator('[aria-pressed="true"]')).waitFor();
    await page.reload();
    await openHistory(page);
    await seen(page, 'history-search').fill('没有收到');
    await haveRows(page, 1);
    await rows(page).first().filter({ hasText: '重放' }).waitFor();
    await seen(page, 'history-search').fill('');
    await seen(page, 'more-filters').click();
    await seen(page, 'filter-pinned').check();
    await haveRows(page, 1);
    await seen(page, 'history-list').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await seen(page, 'history-shown').waitFor();
    expect(await seen(page, 'history-shown').locator('header').first().innerText()).toContain('对方说没有收到');
  });

  it('is worked by keyboard: search, open, remove, and undo', async () => {
    const page = await start();
    await send(page);
    await send(page);
    await openHistory(page);
    await page.keyboard.press('/');
    expect(await seen(page, 'history-search').evaluate((input) => input === document.activeElement)).toBe(true);
    await seen(page, 'history-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await statusIs(page, '业务成功');
    await page.keyboard.press('Delete');
    await haveRows(page, 1);
    await seen(page, 'undo').click();
    await haveRows(page, 2);
    await seen(page, 'history-list').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await seen(page, 'remove-selected').click();
    await haveRows(page, 0);
    await seen(page, 'undo').click();
    await haveRows(page, 2);
  });
});

describe('two calls', () => {
  it('are compared in words and beside each other', async () => {
    const page = await start();
    await send(page);
    await send(page, 'sample/fails/time-name');
    await openHistory(page);
    await rows(page)
      .nth(0)
      .click({ modifiers: ['ControlOrMeta'] });
    await rows(page)
      .nth(1)
      .click({ modifiers: ['ControlOrMeta'] });
    await seen(page, 'compare-selected').click();
    const summary = await seen(page, 'compare-summary').innerText();
    expect(summary).toContain('serviceReqTime');
    expect(summary).toMatch(/30[\s\S]*00/);
    await page.locator('.text-diff-editor .view-lines').first().waitFor();
    await seen(page, 'compare-plaintext').filter({ hasText: '相同' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.compare').waitFor({ state: 'detached' });
  });
});

describe('a file of calls', () => {
  it('holds no personal data when masked, everything when whole, and is taken in elsewhere', async () => {
    const page = await start();
    await send(page);
    await openHistory(page);
    await openCall(page, 0);
    await seen(page, 'export-call').click();
    const masked = await exportAs(page, 'masked');
    expect(masked.text).toContain('serviceReqId');
    for (const personal of ['张三', '11010519491231002X']) expect(masked.text).not.toContain(personal);
    await seen(page, 'export-call').click();
    await seen(page, 'export-whole').check();
    expect(await page.locator('.export-warning').innerText()).toContain('公民身份号码');
    const whole = await exportAs(page, 'whole');
    expect(whole.text).toContain('张三');
    const plain = await seen(page, 'result-request-plain').innerText();
    await stop();

    const elsewhere = await start('elsewhere');
    await seen(elsewhere, 'rail-history').click();
    await elsewhere.locator('[data-testid="import-file"]').setInputFiles(whole.path);
    await haveRows(elsewhere, 1);
    await openCall(elsewhere, 0);
    expect(await seen(elsewhere, 'result-request-plain').innerText()).toBe(plain);
    await elsewhere.locator('[data-testid="import-file"]').setInputFiles(whole.path);
    await elsewhere.locator('.notice-bar', { hasText: '1 次原来就有' }).waitFor();
    await elsewhere
      .locator('[data-testid="import-file"]')
      .setInputFiles({ name: 'other.jsonl', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await elsewhere.locator('.history-screen > .failure-notice').waitFor();
    await haveRows(elsewhere, 1);
  });
});

describe('what is kept', () => {
  it('is limited as asked, and said', async () => {
    const page = await start();
    await send(page);
    await openHistory(page);
    await seen(page, 'retention').click();
    await seen(page, 'retention-days').fill('30');
    await seen(page, 'retention-save').click();
    await seen(page, 'retention-save').waitFor({ state: 'detached' });
    await page.reload();
    await openHistory(page);
    await seen(page, 'retention').click();
    expect(await seen(page, 'retention-days').inputValue()).toBe('30');
    expect(await page.locator('.history-retention').innerText()).toContain('1 次调用');
  });
});

describe('everyone', () => {
  it.each([
    ['light', 'zh', { width: 1440, height: 900 }],
    ['dark', 'en', { width: 1024, height: 700 }],
    ['light', 'en', { width: 1024, height: 700 }],
    ['dark', 'zh', { width: 1440, height: 900 }],
  ] as const)('can use the screen: %s, %s', async (colorScheme, language, viewport) => {
    const page = await start('state', viewport);
    await page.emulateMedia({ colorScheme });
    await seen(page, 'rail-history').click();
    if (language === 'en') await seen(page, 'language').click();
    await seen(page, 'history-screen').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await seen(page, 'rail-compose').click();
    await send(page);
    await openHistory(page);
    await openCall(page, 0);
    await seen(page, 'pin').click();
    await seen(page, 'pin').and(page.locator('[aria-pressed="true"]')).waitFor();
    await rows(page).first().locator('.history-check').click();
    await seen(page, 'remove-selected').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });
});
