import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './support/axe-violations.ts';
import { smallXlsx } from './support/small-xlsx.ts';
import {
  byId,
  editorReady,
  pasteBody,
  welcomeNewcomers,
  type NewcomerOptions,
  type Newcomers,
} from './support/workbench.ts';

let newcomers: Newcomers;
let providers: string;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

async function atPlatforms(options: NewcomerOptions = {}): Promise<Page> {
  const page = await newcomers.arrive({
    ...options,
    async prepare(_page, _url, state) {
      providers = join(state, 'workspace', 'providers');
    },
  });
  await byId(page, 'rail-platforms').click();
  await byId(page, 'platforms-screen').waitFor();
  return page;
}

async function makePlatform(page: Page, { id, basedOn }: { id: string; basedOn?: string }): Promise<void> {
  await byId(page, 'platform-new').click();
  if (basedOn !== undefined) await byId(page, 'new-platform-base').selectOption(basedOn);
  await byId(page, 'new-platform-title').fill('我的平台');
  await byId(page, 'new-platform-id').fill(id);
  await byId(page, 'new-platform-make').click();
  await byId(page, `choose-platform-${id}`).waitFor();
  await byId(page, 'platform-save').waitFor();
}

const fileOf = (id: string): string => readFileSync(join(providers, `${id}.yaml`), 'utf8');
/** Until the file is written: the button alone is out of use as soon as it is pressed. */
async function save(page: Page): Promise<void> {
  const written = page.waitForResponse((response) => response.url().includes('ownPlatforms.save'));
  await byId(page, 'platform-save').click();
  await written;
}

const problemCount = (page: Page, text: string) =>
  page.locator('[data-testid="platform-problem-count"]', { hasText: text }).waitFor();

describe('a platform of one’s own', () => {
  it('is made from nothing, tried, and called like the built-in ones against its own simulator', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'mine' });
    await problemCount(page, '没有问题');
    await byId(page, 'trial-run').click();
    await byId(page, 'trial-status').waitFor();
    expect(await byId(page, 'trial-status').innerText()).toContain('0 成功');
    expect(await axeViolations(page)).toEqual([]);

    await byId(page, 'rail-compose').click();
    await editorReady(page);
    await byId(page, 'platform').selectOption('mine');
    await byId(page, 'interface').selectOption('query');
    await pasteBody(page, '{"name":"示例"}');
    await byId(page, 'send').click();
    await page.locator('[data-testid="result-status"]', { hasText: '0' }).first().waitFor();
    await page.getByText('"result"').first().waitFor();
  });

  it('keeps in its file what differs from the built-in one, marks it as assumed, and is followed on both sides', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'sichuan', basedOn: 'ldt6008' });
    await byId(page, 'platform-section-header').click();
    await byId(page, 'platform-item-serviceAreaCode').click();
    await byId(page, 'platform-header.2.rule').selectOption('constant');
    await byId(page, 'platform-header.2.rule.value').fill('510000');
    await save(page);
    expect(fileOf('sichuan')).toBe(
      "format: 1\ntitle: 我的平台\nbasedOn: ldt6008\nchanges:\n  header:\n    serviceAreaCode:\n      rule:\n        rule: constant\n        value: '510000'\n      mark: A\n",
    );
    await byId(page, 'trial-run').click();
    await page.locator('[data-testid="trial-status"]', { hasText: '00' }).waitFor();
  });

  it('says what is wrong at its place, keeps what was typed over a reload, and goes back to the built-in value', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'mine', basedOn: 'ldt6008' });
    await byId(page, 'platform-section-header').click();
    await byId(page, 'platform-item-appCode').click();
    const length = byId(page, 'platform-header.1.length.exactly');
    const kept = page.waitForResponse((response) => response.url().includes('saveDraft'));
    await length.fill('十一');
    await problemCount(page, '1 个问题');
    await page.locator('.platform-problems', { hasText: 'header.appCode.length.exactly' }).waitFor();
    await page.waitForFunction(async () => document.querySelector('[data-testid="platform-discard"]:not(:disabled)'));
    await kept;
    await page.reload();
    await byId(page, 'rail-platforms').click();
    await byId(page, 'choose-platform-mine').click();
    await byId(page, 'platform-section-header').click();
    await byId(page, 'platform-item-appCode').click();
    expect(await length.inputValue()).toBe('十一');
    await page.getByRole('button', { name: '恢复内置平台的“字符数”' }).click();
    await problemCount(page, '没有问题');
    expect(await length.inputValue()).toBe('11');
  });

  it('is removed without a question, and comes back with what was not saved', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'mine' });
    const before = fileOf('mine');
    const title = byId(page, 'platform-title.zh');
    await title.fill('改过的标题');
    await byId(page, 'platform-remove').click();
    await byId(page, 'undo').waitFor();
    expect(existsSync(join(providers, 'mine.yaml'))).toBe(false);
    expect(await byId(page, 'choose-platform-mine').count()).toBe(0);
    await byId(page, 'undo').click();
    await byId(page, 'platform-save').waitFor();
    expect(await title.inputValue()).toBe('改过的标题');
    expect(fileOf('mine')).toBe(before);
    await save(page);
    expect(fileOf('mine')).toContain('改过的标题');
  });

  it('takes result codes out of a pasted table and an XLSX file', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'mine' });
    await byId(page, 'platform-section-statuses').click();
    await byId(page, 'platform-import-codes').click();
    await byId(page, 'codes-text').fill('代码\t含义\t建议\n40\t限流\t稍后再试\n41\t停用\t');
    await page.locator('[data-testid="codes-found"]', { hasText: '找到 2 个' }).waitFor();
    await byId(page, 'codes-take').click();
    await byId(page, 'platform-import-codes').click();
    await page.locator('input[type="file"][accept*=".xlsx"]').setInputFiles({
      name: 'codes.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: smallXlsx([
        ['返回码', '说明'],
        ['0050', '系统维护'],
      ]),
    });
    await page.locator('[data-testid="codes-found"]', { hasText: '找到 1 个' }).waitFor();
    await byId(page, 'codes-take').click();
    await save(page);
    for (const text of ["code: '40'", 'meaning: 限流', "code: '0050'", 'meaning: 系统维护']) {
      expect(fileOf('mine')).toContain(text);
    }
  });

  it('makes an interface from samples and reads a message that somebody sent', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'mine' });
    await byId(page, 'platform-section-interfaces').click();
    await byId(page, 'platform-add-interfaces').click();
    await byId(page, 'platform-interfaces.1.id').fill('news');
    await byId(page, 'platform-interfaces.1.header').fill('{"interfaceCode":"NEWS01"}');
    await byId(page, 'platform-interfaces.1.samples.0.body').fill('{"page":1,"words":["a"]}');
    await byId(page, 'platform-interfaces.1.samples.0.answer').fill('{"rows":[]}');
    await byId(page, 'platform-schema-from-sample').click();
    expect(await byId(page, 'platform-interfaces.1.requestSchema').inputValue()).toContain('"integer"');
    await problemCount(page, '没有问题');
    await byId(page, 'trial-interface').selectOption('news');
    await byId(page, 'trial-run').click();
    await page.locator('[data-testid="trial-status"]', { hasText: '0 成功' }).waitFor();

    await byId(page, 'trial-what').selectOption('response');
    await byId(page, 'trial-message').fill('{"header":{"code":"1","message":"不认识"},"body":{}}');
    await byId(page, 'trial-run').click();
    await page.getByRole('region', { name: '收到的响应' }).waitFor();
    await byId(page, 'wire-step-envelope.read').first().waitFor();
  });

  it('is edited as the file that it is, and follows what others write into it', async () => {
    const page = await atPlatforms();
    await makePlatform(page, { id: 'mine', basedOn: 'db32t3761' });
    await byId(page, 'platform-section-text').click();
    await byId(page, 'platform-text').fill(
      `# 与对方约定\n${fileOf('mine').trimEnd()}\nchanges:\n  statuses: { success: magic }\n`,
    );
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('第 6 行').waitFor();
    await byId(page, 'platform-text-save').click();
    await problemCount(page, '1 个问题');
    expect(fileOf('mine')).toContain('# 与对方约定');
    await page.locator('[data-testid="choose-platform-mine"]', { hasText: '有误' }).waitFor();

    writeFileSync(join(providers, 'mine.yaml'), 'format: 1\ntitle: 别人改的\nbasedOn: db32t3761\n');
    await page.locator('[data-testid="choose-platform-mine"]', { hasText: '别人改的' }).waitFor();
    await byId(page, 'platform-section-overview').click();
    // What nobody here has changed follows at once; what somebody has is theirs to decide about.
    const title = byId(page, 'platform-title.zh');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid="platform-title.zh"]')?.value === '别人改的',
    );
    await title.fill('我改的');
    writeFileSync(join(providers, 'mine.yaml'), 'format: 1\ntitle: 别人又改的\nbasedOn: db32t3761\n');
    await byId(page, 'platform-changed-outside').waitFor();
    expect(await title.inputValue()).toBe('我改的');
    await byId(page, 'platform-keep-mine').click();
    await save(page);
    expect(fileOf('mine')).toContain('我改的');
  });
});

describe('what is assumed', () => {
  it('says so where it stands in a call, and is changed from there', async () => {
    const page = await newcomers.arrive();
    await editorReady(page);
    await byId(page, 'platform').selectOption('ldt6002');
    await byId(page, 'interface').selectOption('person');
    await byId(page, 'source-channelCode').click();
    await page.getByText('假定：标准正文未取得。').first().waitFor();
    await byId(page, 'source-edit').click();
    await byId(page, 'new-platform-make').click();
    await byId(page, 'platforms-screen').waitFor();
    expect(await byId(page, 'platform-item-channelCode').getAttribute('aria-current')).toBe('true');
  });

  it('becomes the default of an own platform when conventions of a call are saved as one', async () => {
    const page = await newcomers.arrive();
    await editorReady(page);
    await byId(page, 'convention-digest').selectOption('MD5');
    await byId(page, 'conventions-save-as').click();
    await byId(page, 'new-platform-make').click();
    await byId(page, 'platforms-screen').waitFor();
    await byId(page, 'rail-compose').click();
    await byId(page, 'platform').selectOption('ldt6008-own');
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('[data-testid="convention-digest"]')?.value === 'MD5',
    );
    expect(await byId(page, 'convention-reset-digest').count()).toBe(0);
  });
});

it('breaks no rule of WCAG 2.2 in English and the dark, on every part', async () => {
  const page = await atPlatforms({ language: 'en', width: 1024, height: 700 });
  await byId(page, 'theme').click();
  await makePlatform(page, { id: 'mine', basedOn: 'db11t2290' });
  for (const part of [
    'overview',
    'header',
    'steps',
    'conventions',
    'keySlots',
    'session',
    'interfaces',
    'statuses',
    'text',
  ]) {
    await byId(page, `platform-section-${part}`).click();
    expect({ part, violations: await axeViolations(page) }).toEqual({ part, violations: [] });
  }
});

it('opens a file that is no YAML as the text that it is, says where it is wrong, and takes it back once it is mended', async () => {
  const page = await atPlatforms();
  await makePlatform(page, { id: 'mine', basedOn: 'ldt6008' });
  const good = fileOf('mine');
  writeFileSync(join(providers, 'mine.yaml'), `${good}\n\theader: x\n`);
  const text = byId(page, 'platform-text');
  await text.waitFor();
  await page.getByText('制表符').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await text.fill(good);
  await byId(page, 'platform-text-save').click();
  await problemCount(page, '没有问题');
  expect(fileOf('mine')).toBe(good);
});
