import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { identityNumberFault } from '../../shared/codes/identity-number.ts';
import { byId, editorReady, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const wrong = '110105194912310021';

/** With the cursor between the quotes of the last member's empty value. */
async function inEmptyValue(page: Page, members: string): Promise<Locator> {
  await pasteBody(page, `{${members}: ""}`);
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  return page.locator('.suggest-widget');
}

async function bodyText(page: Page): Promise<string> {
  const lines = await page.locator('[data-testid="body-editor"] .view-lines').innerText();
  // Long lines are wrapped, and blanks are no-break ones.
  return lines.replace(/\s+/g, ' ');
}

async function openRequest(page: Page, platform: string, id: string): Promise<void> {
  await byId(page, 'collection-filter').fill(platform);
  const row = byId(page, `request-sample/${id}`);
  await page.locator('.collection-tree-rows').hover();
  while ((await row.count()) === 0) await page.mouse.wheel(0, 200);
  await row.click();
  await page.locator(`[data-testid="request-sample/${id}"][aria-current="page"]`).waitFor();
  await editorReady(page);
}

const words = {
  zh: {
    synthetic: '生成合成公民身份号码',
    problem: '社会保障号码（aac002）：校验位应为 X，实际是 1（GB 11643）',
    verdict: '校验位应为 X，实际是 1',
    code: '身份证',
    division: '110105 北京市朝阳区',
  },
  en: {
    synthetic: 'Make a synthetic citizen identity number',
    problem: 'social security number (aac002): The check character should be X and is 1 (GB 11643)',
    verdict: 'The check character should be X and is 1',
    code: 'identity card',
    division: '110105 北京市朝阳区',
  },
} as const;

describe.each(['zh', 'en'] as const)('codes in %s', (language) => {
  const said = words[language];

  it('offer a synthetic identity number that passes its check, and say what is wrong with one that does not', async () => {
    const page = await newcomers.arrive({ language });
    const list = await inEmptyValue(page, '"aac003": "张三", "aac002"');
    await list.getByText(said.synthetic).first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => bodyText(page)).toMatch(/"aac002": "110105194912\d{5}[\dX]"/);
    const made = /"aac002": "(\w+)"/.exec(await bodyText(page))?.[1] ?? '';
    expect(identityNumberFault(made)).toBeUndefined();
    expect(await byId(page, 'body-problem').count()).toBe(0);

    await pasteBody(page, `{"aac003": "张三",\n"aac002": "${wrong}"}`);
    await byId(page, 'body-problem').getByText(said.problem).waitFor();
    expect(await byId(page, 'body-problem').innerText()).not.toContain(wrong);
    await page.locator('[data-testid="body-editor"] .squiggly-warning').first().waitFor();
    await page.locator('[data-testid="body-editor"] .view-line').nth(1).getByText(wrong).hover();
    await page.locator('.monaco-hover').getByText(said.verdict).first().waitFor();
    // Sent all the same: to see it refused is a use of the tool.
    await byId(page, 'send').click();
    await byId(page, 'result-status').waitFor();
  });

  it('complete a type of document, whose number is then checked as what it is', async () => {
    const page = await newcomers.arrive({ language });
    await editorReady(page);
    await openRequest(page, 'db11t2290', 'db11t2290/fails/field');
    const list = await inEmptyValue(page, '"CYRSFZJHM": "91350100M000100Y44", "CYRSFZJLX"');
    await list.getByText('70').first().waitFor();
    await list.getByText(said.code).first().waitFor();
    await page.keyboard.type('70');
    await page.keyboard.press('Enter');
    await expect.poll(() => bodyText(page)).toContain('"CYRSFZJLX": "70"');
    await byId(page, 'body-problem').getByText('GB 32100').waitFor();
  });

  it('find a division of the header by its name', async () => {
    const page = await newcomers.arrive({ language });
    await editorReady(page);
    await byId(page, 'header-serviceAreaCode').fill('朝阳区');
    const choices = byId(page, 'code-choices').locator('option');
    await expect.poll(() => choices.allInnerTexts()).toContain(said.division);
    await byId(page, 'header-serviceAreaCode').fill('110105');
    await expect.poll(() => choices.count()).toBe(0);
    await page.locator('.header-row-meaning').getByText('朝阳区').first().waitFor();
  });
});
