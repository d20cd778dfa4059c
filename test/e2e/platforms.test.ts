import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

async function atDesk(): Promise<Page> {
  const page = await newcomers.arrive();
  await editorReady(page);
  return page;
}

/** Folders of the platforms are folded at first. */
async function unfold(page: Page, path: string): Promise<void> {
  await byId(page, `folder-${path}`).click();
}

async function openFlow(page: Page, path: string): Promise<void> {
  await byId(page, `folder-${path}`).hover();
  await byId(page, `menu-folder:${path}`).click();
  await page.getByRole('menuitem', { name: '按顺序运行', exact: true }).click();
  await byId(page, 'flow-run').waitFor();
}

async function runFlow(page: Page): Promise<string> {
  await byId(page, 'flow-run').click();
  await page.locator('[data-testid="flow-outcome"]:not(:empty)').waitFor();
  return byId(page, 'flow-outcome').innerText();
}

const flows = [
  ['北京电子证照', '北京电子证照/流程-制证到废止', 4],
  ['北京电子证照', '北京电子证照/流程-查验用证', 8],
  ['四川电子证照', '四川电子证照/流程-检索到下载', 4],
  ['人社政务服务平台', '人社政务服务平台/流程-令牌查询操作', 3],
  ['苏康码', '苏康码/流程-亮码与核验', 3],
] as const;

describe('a platform of one’s own choice', () => {
  it.each(flows)('%s: its flow %s runs to its end', async (platform, path, count) => {
    const page = await atDesk();
    await unfold(page, platform);
    await openFlow(page, path);
    expect(await runFlow(page)).toBe('全部成功。');
    expect(await page.locator('[data-testid="flow-step"][data-state="done"]').count()).toBe(count);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('logs in by itself, carries the token out of sight, and says what the other side refuses', async () => {
    const page = await atDesk();
    await byId(page, 'collection-filter').fill('废止已废止');
    await byId(page, 'request-sample/db11t2290/fails/state').click();
    await page.locator('.url-field-path', { hasText: '/license/{item}/abolish' }).waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid="header-access_token"]')?.value === '‹access_token›',
    );
    await byId(page, 'send').click();
    await page.getByText('FAILURE').first().waitFor();
    await page.getByText('的状态是 ABOLISHED').first().waitFor();
    expect(await page.content()).not.toMatch(/access_token=[\da-f]{32}/);
  });

  it.each([
    ['四川电子证照', 'db51t2942/fails/22', '22', '证照已过期'],
    ['四川电子证照', 'db51t2942/fails/11', '11', '身份验证失败'],
    ['人社政务服务平台', 'ldt6002/fails/signature', '500', '签名不正确'],
    ['北京电子证照', 'db11t2290/fails/auth-code', 'FAILURE', 'auth_code 无效或已使用'],
    ['北京电子证照', 'db11t2290/fails/field', 'FAILURE', 'CYRMC 必填'],
    ['苏康码', 'db32t3761/fails/expired', '111', '二维码已过期'],
    ['苏康码', 'db32t3761/fails/permission', '116', '没有权限'],
  ])('%s: %s is refused with %s, and its meaning is on screen', async (platform, id, status, words) => {
    const page = await atDesk();
    // The filter opens the folders that hold what it finds.
    await byId(page, 'collection-filter').fill(platform);
    const row = byId(page, `request-sample/${id}`);
    await page.locator('.collection-tree-rows').hover();
    while ((await row.count()) === 0) await page.mouse.wheel(0, 200);
    await row.click();
    await page.waitForFunction(
      (open) =>
        document.querySelector(`[data-testid="request-sample/${open}"]`)?.getAttribute('aria-current') === 'page',
      id,
    );
    await byId(page, 'send').click();
    await page.locator('.result-area, [data-testid="result"]').getByText(status).first().waitFor();
    await page.getByText(words).first().waitFor();
    expect(await page.locator('.result-area').innerText()).toContain(words);
  });
});
