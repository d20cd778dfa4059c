import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../shared/model/call-record.ts';
import { demoAuthCode } from '../../shared/providers/db11t2290/register.ts';
import { onePagePdf } from '../../shared/simulator/one-page-pdf.ts';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, pasteBody, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const pdf = Buffer.from(onePagePdf(['Hufu']));
/** A PDF may have anything behind its end. */
const largePdf = Buffer.concat([pdf, Buffer.from(`%${'certificate '.repeat(170_000)}\n`)]);
/** 8 × 8 points of noise. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAA00lEQVR4nAHIADf/AEQggjz95vHCazD5DsfdAeSIdTSiDwsNBADDbtgOceD9d7B2cOuUC9UzX5c9qthhm5EA/8kR9XzO1Fi7vyzgN1PJvfoP8BadyVdWAHQGZnbPsLTriQLEQmnaHPa6ZtP4ttSxAACp6g51WlwughAkKgjnB49/iThesJQjVVEAglaLluik/vI6DJ/Fr9dghDeBa90KcwnLAEoSUuTacOZyD8qk2h6YQGwYnCQnnphR1QCBQgQTb+tXE8FmsTJp3WP8NceX/wimzZBmqmC6CYRkQQAAAABJRU5ErkJggg==',
  'base64',
);

interface Desk {
  readonly page: Page;
  /** Asks the host what the page could ask it. */
  ask(procedure: string, input: unknown): Promise<unknown>;
}

async function sitDown(options: { readonly width?: number; readonly height?: number } = {}): Promise<Desk> {
  let opened = '';
  const page = await newcomers.arrive({
    ...options,
    prepare: async (_page, url) => {
      opened = url;
    },
  });
  await editorReady(page);
  const { origin, hash } = new URL(opened);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  return {
    page,
    async ask(procedure, input) {
      const answer = await fetch(`${origin}/api/${procedure}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });
      const { result } = (await answer.json()) as { result: { data: unknown } };
      return result.data;
    },
  };
}

async function openRequest(page: Page, platform: string, id: string): Promise<void> {
  await byId(page, 'collection-filter').fill(platform);
  const row = byId(page, `request-sample/${id}`);
  await page.locator('.collection-tree-rows').hover();
  while ((await row.count()) === 0) await page.mouse.wheel(0, 200);
  await row.click();
  await page.locator(`[data-testid="request-sample/${id}"][aria-current="page"]`).waitFor();
}

async function attach(page: Page, place: string, file: { name: string; buffer: Buffer }): Promise<void> {
  await byId(page, 'body-attach').click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: place, exact: true }).click();
  await (await chooser).setFiles({ ...file, mimeType: 'application/octet-stream' });
}

async function saved(
  place: Page | Locator,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const page = 'page' in place ? place.page() : place;
  const download = page.waitForEvent('download');
  await byId(place, button).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function send(page: Page): Promise<CallRecord> {
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/send');
  await byId(page, 'send').click();
  const { result } = (await (await answer).json()) as { result: { data: CallRecord } };
  await byId(page, 'result-status').waitFor();
  return result.data;
}

/** A value of a recorded call, whole. */
async function valueOf({ ask }: Desk, { traceId, trace }: CallRecord['request'], slot: string): Promise<string> {
  const step = trace.steps.findLastIndex(({ outputs }) => outputs.some((output) => output.slot === slot));
  return String(await ask('traceValue', { traceId, step, slot, part: 0, form: 'text' }));
}

/** The body of the newest draft that is saved, once it is as wanted. */
function draftWith(page: Page, body: string): Promise<unknown> {
  return page.waitForRequest((request) => {
    if (!request.url().endsWith('/saveDraft')) return false;
    const { content } = request.postDataJSON() as { content: string };
    return content.includes(JSON.stringify(body));
  });
}

interface Message {
  readonly data: { readonly attachments: readonly { readonly file_data: string }[] };
}

const bodyWith = (file: string) => `{\n  "aac003": "张三",\n  "file": "${file}",\n  "n": 1.10\n}`;
const editorText = async (page: Page) =>
  (await page.locator('[data-testid="body-editor"] .view-lines').innerText()).replaceAll(/\s+/g, ' ');

describe('a file in a request', () => {
  it('is attached where the schema wants one, shown as a placeholder, and sent whole', async () => {
    const desk = await sitDown();
    const { page } = desk;
    await openRequest(page, '北京电子证照', 'db11t2290/flow/create');
    await page.locator('.view-lines', { hasText: 'data_fields' }).waitFor();
    const body = (file: string) =>
      JSON.stringify({
        data: {
          data_fields: {
            ZZMC: '示例证照',
            ZZHM: '附件字第1号',
            CYRMC: '张三',
            CYRSFZJLX: '10',
            CYRSFZJHM: '11010519491231002X',
          },
          attachments: [{ name: '证书.pdf', file_type: 'PDF', file_data: file }],
          operator: { account: 'demo-user', name: '经办人' },
        },
      });
    await pasteBody(page, body(''));
    const draft = draftWith(page, body(largePdf.toString('base64')));
    await attach(page, '放入 /data/attachments/0/file_data', { name: '证书.pdf', buffer: largePdf });
    expect(await byId(page, 'file-row').innerText()).toMatch(/\/data\/attachments\/0\/file_data\s+PDF\s+1\.9 MB/);
    await draft;
    expect(await editorText(page)).toContain('‹file:1 PDF 1.9 MB›');

    const record = await send(page);
    expect(record.verdict).toBe('success');
    const message = JSON.parse(await valueOf(desk, record.request, 'message')) as Message;
    const [sent] = message.data.attachments;
    expect(sent && Buffer.from(sent.file_data, 'base64').equals(largePdf)).toBe(true);
    expect(await byId(page, 'result-request-plain').innerText()).toContain('PDF');
  });

  it('is written to the byte as it was pasted, replaced, taken out, and back again by undoing', async () => {
    const { page, ask } = await sitDown();
    const whole = bodyWith(largePdf.toString('base64').replaceAll('/', String.raw`\/`));
    const pasted = draftWith(page, whole);
    await pasteBody(page, whole);
    await pasted;
    expect(await editorText(page)).toContain('"‹file:1 PDF 1.9 MB›"');

    const replaced = draftWith(page, bodyWith(png.toString('base64')));
    const chooser = page.waitForEvent('filechooser');
    await byId(page, 'file-replace').click();
    await (await chooser).setFiles({ name: 'x.png', mimeType: '', buffer: png });
    await replaced;

    await page.locator('[data-testid="body-editor"] .view-lines').click();
    const back = draftWith(page, whole);
    await page.keyboard.press('ControlOrMeta+Z');
    await back;
    const removed = draftWith(page, bodyWith(''));
    await byId(page, 'file-remove').click();
    await removed;
    await byId(page, 'file-row').waitFor({ state: 'detached' });
    await page.locator('[data-testid="body-editor"] .view-lines').click();
    const again = draftWith(page, whole);
    await page.keyboard.press('ControlOrMeta+Z');
    await again;
    expect(await saved(page, 'file-save')).toEqual({ name: 'file.pdf', bytes: largePdf });

    const record = await send(page);
    const desk = { page, ask };
    const compact = JSON.stringify({ aac003: '张三', file: largePdf.toString('base64') }).replace('}', ',"n":1.10}');
    expect(await valueOf(desk, record.request, 'plaintext')).toBe(compact);
  });

  it('is refused when it is empty or too large, and the body stays', async () => {
    const { page } = await sitDown();
    await pasteBody(page, bodyWith(''));
    await attach(page, '放入 /file', { name: 'empty.pdf', buffer: Buffer.alloc(0) });
    await byId(page, 'failure-body.fileEmpty').waitFor();
    await attach(page, '放入 /file', { name: 'large.pdf', buffer: Buffer.alloc(19_000_000, '%PDF-') });
    expect(await byId(page, 'failure-body.fileTooLarge').innerText()).toContain('最多 24.0 MB');
    expect(await editorText(page)).toContain('"file": ""');
  });

  it('goes where it is dropped', async () => {
    const { page } = await sitDown();
    await pasteBody(page, bodyWith(''));
    // The empty string has a place of its own once the line was told apart into its tokens.
    const place = page.locator('.view-line', { hasText: '"file"' }).getByText('""', { exact: true });
    await place.waitFor();
    await place.evaluate((element, bytes) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], 'x.png'));
      const at = {
        clientX: left + width / 2,
        clientY: top + height / 2,
        dataTransfer,
        bubbles: true,
        cancelable: true,
      };
      element.dispatchEvent(new DragEvent('dragover', at));
      element.dispatchEvent(new DragEvent('drop', at));
    }, largePdf.toString('base64'));
    expect(await byId(page, 'file-row').innerText()).toMatch(/\/file\s+PDF/);
  });
});

describe('a file in an answer', () => {
  it('is a chip whose file is saved to the byte, previewed by the browser', async () => {
    const desk = await sitDown();
    const { page } = desk;
    await openRequest(page, '北京电子证照', 'db11t2290/use/archive');
    await byId(page, 'header-auth_code').fill(demoAuthCode);
    const { response } = await send(page);
    if (!response) throw new Error('There is no answer.');
    const { data } = JSON.parse(await valueOf(desk, response, 'body')) as { data: { file_data: string } };
    const bytes = Buffer.from(data.file_data, 'base64');
    const decrypted = byId(page, 'result-response-decrypted');
    expect(await decrypted.innerText()).toMatch(/‹file:1 PDF [\d.]+ (?:K?B)›/);
    expect(await saved(decrypted, 'file-save')).toEqual({ name: 'file_data.pdf', bytes });
    await byId(decrypted, 'file-preview-open').click();
    await byId(page, 'file-document').waitFor();
    expect(await byId(page, 'file-preview').innerText()).toContain('1 页');
  });

  it('is one in the history too, an image is shown, by keyboard alone and in a small window', async () => {
    const { page } = await sitDown({ width: 1024, height: 700 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await pasteBody(page, bodyWith(png.toString('base64')));
    await send(page);
    await page.keyboard.press('Escape');
    await byId(page, 'rail-history').click();
    await page.locator('[data-testid="history-row"]:visible').click();
    const plain = page.locator('[data-testid="result-request-plain"]:visible');
    await byId(byId(page, 'history-shown'), 'file-preview-open').first().waitFor();
    await byId(plain, 'file-preview-open').focus();
    await page.keyboard.press('Enter');
    await byId(page, 'file-image').waitFor();
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('[data-testid="file-image"]');
      return image?.complete && image.naturalWidth === 8;
    });
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await byId(page, 'file-preview').waitFor({ state: 'detached' });
  });
});

describe('a body of 2 MB', () => {
  it('opens after a reload, scrolls and previews, and stays what it is', async () => {
    const { page, ask } = await sitDown();
    const list = Array.from({ length: 400 }, (_, index) => `{ "aac003": "张三", "index": ${index} }`).join(',\n    ');
    const body = `{\n  "photo": "data:image/png;base64,${png.toString('base64')}",\n  "file": "${largePdf.toString('base64')}",\n  "list": [\n    ${list}\n  ]\n}`;
    const draft = draftWith(page, body);
    await pasteBody(page, body);
    await draft;
    await page.locator('.status-line', { hasText: '草稿已自动保存' }).waitFor();
    await page.reload();
    await editorReady(page);
    await page.locator('.view-line', { hasText: '"list"' }).waitFor();
    expect(await editorText(page)).toContain('PDF 1.9 MB›"');

    await page.locator('[data-testid="body-editor"] .view-lines').hover();
    await page.mouse.wheel(0, 100_000);
    await page.locator('.view-line', { hasText: '"index": 399' }).waitFor();

    await byId(page, 'file-preview-open').last().click();
    await byId(page, 'file-document').waitFor();
    expect(await byId(page, 'file-preview').innerText()).toMatch(/application\/pdf[\s\S]*1 页/);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const { id } = ((await ask('drafts', undefined)) as readonly { id: string }[]).find(
      (one) => !one.id.startsWith('screen'),
    ) ?? { id: '' };
    expect(String(await ask('draft', id))).toContain(JSON.stringify(body));
  });
});
