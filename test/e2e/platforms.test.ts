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
});
