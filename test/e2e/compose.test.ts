import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { hufu } from './support/hufu.ts';
import { byId, editorReady, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const textOf = (page: Page, id: string) => byId(page, id).innerText();

async function send(page: Page): Promise<void> {
  await byId(page, 'send').click();
  await byId(page, 'result-status').waitFor();
}

async function open(page: Page, request: string): Promise<void> {
  await byId(page, `request-${request}`).click();
}

describe('a newcomer', () => {
  it('presses 发送 and reads the decrypted name, with nothing configured', async () => {
    const page = await newcomers.arrive();
    await send(page);
    expect(await textOf(page, 'result-status')).toMatch(/00[\s\S]*业务成功/);
    expect(await textOf(page, 'result-response-decrypted')).toContain('"张三"');
    expect(await textOf(page, 'result-request-signed')).toContain('appCode=B100000KJGK');
    expect(await textOf(page, 'result-request-encrypted')).toContain('"signature"');
  });

  it('sees the whole in English', async () => {
    const page = await newcomers.arrive({ language: 'en' });
    await send(page);
    expect(await textOf(page, 'result-status')).toContain('business success');
  });

  it('asks no other origin for anything, and sees the frame before Monaco is there', async () => {
    const asked: string[] = [];
    let origin = '';
    let frameFirst: boolean | undefined;
    const page = await newcomers.arrive({
      prepare: async (opening, url) => {
        origin = new URL(url).origin;
        opening.on('request', (request) => asked.push(request.url()));
        await opening.route(/\/assets\/(?:monaco|editor)[^/]*\.js/, async (route) => {
          await byId(opening, 'send').waitFor();
          frameFirst = true;
          await route.continue();
        });
      },
    });
    await editorReady(page);
    expect(frameFirst).toBe(true);
    expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url))).toEqual([]);
  });
});

describe('composing', () => {
  it.each([
    ['sample/fails/time-name', '30', '签名失败'],
    ['sample/fails/key-reading', '40', '解密失败'],
    ['sample/fails/business', '10', '业务失败'],
  ])('%s shows status %s with its meaning', async (request, code, meaning) => {
    const page = await newcomers.arrive();
    await open(page, request);
    await send(page);
    const status = await textOf(page, 'result-status');
    expect(status).toContain(code);
    expect(status).toContain(meaning);
  });

  it('changes a convention on one side only, reads 30, changes it back, reads 00', async () => {
    const page = await newcomers.arrive();
    await byId(page, 'convention-timeSigned').selectOption('serviceReqTime');
    await send(page);
    expect(await textOf(page, 'result-status')).toMatch(/30[\s\S]*签名失败/);
    await byId(page, 'convention-timeSigned').selectOption('timestamp');
    await byId(page, 'send').click();
    await page.locator('[data-testid="result-status"]', { hasText: '业务成功' }).waitFor();
  });

  it('recomputes the message as one types', async () => {
    const page = await newcomers.arrive();
    await pasteBody(page, '{"aac003":"线上"}');
    const step = page.locator('[data-testid="wire-step-json.write"]', { hasText: '{"aac003":"线上"}' });
    await step.waitFor();
    expect(await step.innerText()).toContain('19');
  });

  it('carries rare characters to the byte, and digits as they were written', async () => {
    const page = await newcomers.arrive();
    const body = '{"aac003":"𠮷野葛󠄀󰀀","n":110105194912310150,"m":1.10}';
    await pasteBody(page, body);
    await page.locator('[data-testid="wire-step-json.write"]', { hasText: '1.10' }).waitFor();
    await send(page);
    const plain = await textOf(page, 'result-request-plain');
    for (const piece of ['𠮷野葛󠄀󰀀', '110105194912310150', '1.10']) expect(plain).toContain(piece);
  });

  it('sends a body of 100 KB', async () => {
    const page = await newcomers.arrive();
    const record = { aac003: '张三', aac002: '11010519491231002X' };
    const list = Array.from({ length: 1700 }, () => record);
    await pasteBody(page, JSON.stringify({ totalCount: list.length, list }));
    await page.locator('[data-testid="finding-body.tooLong"]').first().waitFor();
    await send(page);
    expect(await textOf(page, 'result-status')).toContain('00');
  });

  it('names line and column of broken JSON, sends nothing, and loses nothing on reload', async () => {
    const page = await newcomers.arrive();
    await open(page, 'sample/resume');
    await pasteBody(page, '{\n"aac003": "没写完",\n}');
    await page.locator('[data-testid="body-problem"]', { hasText: '第 3 行第 1 列' }).waitFor();
    await byId(page, 'revert').waitFor();
    await page.reload();
    await open(page, 'sample/resume');
    const kept = page.locator('.view-lines', { hasText: '没写完' });
    await kept.waitFor();
    expect(await kept.innerText()).toContain('aac003');
  });

  it('gives the same bytes as the command line', async () => {
    const page = await newcomers.arrive();
    const fixed = {
      serviceReqId: 'B100000KJGK20170122100000001',
      serviceReqTime: '20170122101020',
      nonce: 'dbea7d58e3014126897614c8',
    };
    for (const [name, value] of Object.entries(fixed)) await byId(page, `header-${name}`).fill(value);
    await send(page);
    const shown = await textOf(page, 'result-request-signed');
    const cli = await hufu(
      [
        'preview',
        '--platform',
        'ldt6008',
        '--interface',
        'cardStatus',
        '--set',
        'appCode=B100000KJGK',
        '--json',
      ].concat(
        ['--key', 'sm4Key=1234567890123456', '--body', '-', '--nonce', fixed.nonce, '--serial', '100000001'],
        ['--now', '2017-01-22T10:10:20+08:00'],
      ),
      { input: '{"aac003":"张三","aac002":"11010519491231002X"}' },
    );
    const { signature, wire } = JSON.parse(cli.stdout) as { signature: string; wire: string };
    expect(shown).toContain(signature);
    expect(JSON.parse(await textOf(page, 'result-request-encrypted'))).toEqual(JSON.parse(wire));
  });

  it('says what happened when nobody answers, and keeps everything', async () => {
    const page = await newcomers.arrive();
    await byId(page, 'url').fill('http://127.0.0.1:1/');
    await byId(page, 'send').click();
    await page.locator('[data-testid="failure-transport.refused"]').first().waitFor();
    expect(await byId(page, 'url').inputValue()).toBe('http://127.0.0.1:1/');
  });
});

describe('what is delivered', () => {
  it('holds under 7 MB of scripts, 2 MB compressed', () => {
    const folder = join(import.meta.dirname, '../../dist/renderer');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const contents = scripts.map((name) => readFileSync(join(folder, name)));
    expect(contents.length).toBeGreaterThan(1);
    expect(contents.reduce((sum, content) => sum + content.length, 0)).toBeLessThan(7_000_000);
    expect(contents.reduce((sum, content) => sum + gzipSync(content).length, 0)).toBeLessThan(2_000_000);
  });

  it.each([
    ['zh', 'light'],
    ['zh', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('breaks no rule of WCAG 2.2 A and AA: %s, %s', async (language, colorScheme) => {
    const page = await newcomers.arrive({ language });
    await page.emulateMedia({ colorScheme });
    await editorReady(page);
    await send(page);
    expect(await axeViolations(page)).toEqual([]);
  });
});
