import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, welcomeNewcomers, type NewcomerOptions, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A code, four pixels for a module. */
function codeOf(text: string): Pixels {
  const rows = encodeQR(text, 'raw', { border: 4 }).flatMap((row) => {
    const wide = row.flatMap((dark) => [dark, dark, dark, dark]);
    return [wide, wide, wide, wide];
  });
  const data = rows.flat().flatMap((dark) => (dark ? [0, 0, 0, 255] : [255, 255, 255, 255]));
  return { width: rows.length, height: rows.length, data: Uint8ClampedArray.from(data) };
}

/** Of the only code. */
const read = (pixels: Pixels): string => decodeQR(pixels, { effort: Infinity, timeLimit: Infinity });

interface Traffic {
  readonly procedure: string;
  readonly text: string;
}

interface Desk {
  readonly page: Page;
  /** Every answer of the host so far. */
  traffic(): Promise<readonly Traffic[]>;
  /** Of everything that the machine keeps, as bytes. */
  readonly state: string;
}

async function sitDown(options: NewcomerOptions = {}): Promise<Desk> {
  let folder = '';
  const answers: Promise<Traffic>[] = [];
  const page = await newcomers.arrive({
    ...options,
    prepare: async (opened, _url, state) => {
      folder = state;
      opened.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!pathname.startsWith('/api/')) return;
        const text = response.text().catch(() => '');
        answers.push(
          text.then((body) => ({
            procedure: pathname.slice('/api/'.length),
            text: `${response.request().postData() ?? ''}\n${body}`,
          })),
        );
      });
    },
  });
  await editorReady(page);
  return { page, state: folder, traffic: () => Promise.all(answers) };
}

async function openRequest(page: Page, platform: string, id: string): Promise<void> {
  await byId(page, 'collection-filter').fill(platform);
  const row = byId(page, `request-sample/${id}`);
  await page.locator('.collection-tree-rows').hover();
  while ((await row.count()) === 0) await page.mouse.wheel(0, 200);
  await row.click();
  await page.locator(`[data-testid="request-sample/${id}"][aria-current="page"]`).waitFor();
  await byId(page, 'collection-filter').fill('');
}

/** What a camera would read from the screen. */
async function codeOnScreen(page: Page, index = 0): Promise<string> {
  const picture = await byId(page, 'qr-code').nth(index).screenshot();
  return read(await pixelsOf(page, picture));
}

/** Of a picture file, unpacked by the browser. */
async function pixelsOf(page: Page, picture: Buffer): Promise<Pixels> {
  const { width, height, bytes } = await page.evaluate(async (base64) => {
    const response = Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([response]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { width: bitmap.width, height: bitmap.height, bytes: Array.from(data) };
  }, picture.toString('base64'));
  return { width, height, data: Uint8ClampedArray.from(bytes) };
}

/** A picture file of pixels, packed by the browser. */
async function pictureOf(page: Page, { width, height, data }: Pixels, type: string): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ side, bytes, mediaType }) => {
      const canvas = new OffscreenCanvas(side.width, side.height);
      const image = new ImageData(
        Uint8ClampedArray.from(atob(bytes), (char) => char.codePointAt(0) ?? 0),
        side.width,
      );
      canvas.getContext('2d')?.putImageData(image, 0, 0);
      const packed = new Uint8Array(await (await canvas.convertToBlob({ type: mediaType })).arrayBuffer());
      return btoa(Array.from(packed, (byte) => String.fromCodePoint(byte)).join(''));
    },
    { side: { width, height }, bytes: Buffer.from(data).toString('base64'), mediaType: type },
  );
  return Buffer.from(base64, 'base64');
}

const codePicture = (page: Page, text: string, type = 'image/png') => pictureOf(page, codeOf(text), type);

/** As a person drops or pastes a file. */
async function give(page: Page, how: 'drop' | 'paste', file: Buffer): Promise<void> {
  await page.evaluate(
    ({ base64, kind }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0);
      const files = new DataTransfer();
      files.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
      const place = document.querySelector('[data-testid="read-qr-drop"]');
      const options = { bubbles: true, cancelable: true };
      place?.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: files })
          : new ClipboardEvent('paste', { ...options, clipboardData: files }),
      );
    },
    { base64: file.toString('base64'), kind: how },
  );
}

async function openReader(page: Page): Promise<void> {
  await byId(page, 'body-qr').click();
  await page.getByRole('menuitem').first().click();
  await byId(page, 'read-qr').waitFor();
}

describe('the code of a page', () => {
  it('leads to the page with its token, which stands nowhere but in that one answer', async () => {
    const { page, traffic } = await sitDown();
    await openRequest(page, '苏康码', 'db32t3761/flow/page');
    await byId(page, 'send').click();
    await byId(page, 'result-status').waitFor();
    await byId(page, 'page-code').click();
    await byId(page, 'qr-dialog').waitFor();
    expect(await byId(page, 'qr-warning').innerText()).toContain('含令牌，勿外传');
    const address = await codeOnScreen(page);
    expect(await byId(page, 'qr-text').innerText()).toBe(address);
    const token = new URL(address).searchParams.get('token') ?? '';
    expect(token).toMatch(/^[\da-f]{16,}$/);
    expect(await axeViolations(page)).toEqual([]);

    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('苏康码');

    const download = page.waitForEvent('download');
    await byId(page, 'qr-save-png').click();
    const saved = readFileSync(await (await download).path());
    expect(read(await pixelsOf(page, saved))).toBe(address);

    await page.keyboard.press('Escape');
    await byId(page, 'qr-dialog').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(token);

    // Whatever else the page asks for afterwards.
    await byId(page, 'rail-history').click();
    await page.locator('.history-list').waitFor();
    const holding = (await traffic()).filter(({ text }) => text.includes(token)).map(({ procedure }) => procedure);
    expect(holding).toEqual(['pageAddress']);
  });

  it('is opened and closed by keyboard, dark on white in the dark theme, within a small window, in English', async () => {
    const { page } = await sitDown({ width: 1024, height: 700, language: 'en' });
    await openRequest(page, 'Health code', 'db32t3761/flow/page');
    while ((await page.locator('html').getAttribute('data-theme')) !== 'dark') await byId(page, 'theme').click();
    await byId(page, 'page-code').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'QR code of the page’s address' }).waitFor();
    await byId(page, 'qr-code').waitFor();
    const address = await codeOnScreen(page);
    expect(new URL(address).pathname).toBe('/h5');
    expect(await page.getByRole('img', { name: `QR code, content: ${address}` }).count()).toBe(1);
    const box = await byId(page, 'qr-dialog').boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(700);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await byId(page, 'qr-dialog').waitFor({ state: 'detached' });
    expect(await byId(page, 'page-code').evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('an answer', () => {
  it('shows what its schema says is in a code, and anything that is selected', async () => {
    const { page } = await sitDown();
    await openRequest(page, '四川电子证照', 'db51t2942/other/qrCode');
    await byId(page, 'send').click();
    await byId(page, 'qr-list').waitFor();
    const answer = await byId(page, 'result-response-decrypted').innerText();
    const content = await codeOnScreen(page);
    expect(content).not.toBe('');
    expect(answer).toContain(content);
    await byId(page, 'qr-list').getByRole('button').click();
    expect(await byId(page, 'qr-text').innerText()).toBe(content);
    await page.keyboard.press('Escape');
    await byId(page, 'qr-dialog').waitFor({ state: 'detached' });

    await page.evaluate(() => {
      const text = document.querySelector('[data-testid="result-response-decrypted"] pre')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
    });
    const selected = await page.evaluate(() => getSelection()?.toString());
    const pane = page.locator('section', { has: byId(page, 'result-response-decrypted') }).last();
    await byId(pane, 'show-as-qr').click();
    await byId(page, 'qr-text').waitFor();
    expect(await codeOnScreen(page, 1)).toBe(selected);
  });
});

describe('a picture', () => {
  const scanned = 'https://code.example/skm?c=green&n=二维码"1"';

  it('that is dropped is read into the body, where the schema wants what a code says', async () => {
    const { page } = await sitDown();
    await openRequest(page, '苏康码', 'db32t3761/flow/scan');
    await page.locator('.view-lines', { hasText: 'verifierDept' }).waitFor();
    await openReader(page);
    await give(page, 'drop', await codePicture(page, scanned));
    await byId(page, 'read-qr-text').waitFor();
    expect(await byId(page, 'read-qr-text').innerText()).toBe(scanned);
    expect(await axeViolations(page)).toEqual([]);
    const draft = page.waitForRequest(
      (request) => request.url().endsWith('/saveDraft') && (request.postData() ?? '').includes('二维码'),
    );
    await byId(page, 'read-qr-insert').click();
    const { content } = (await draft).postDataJSON() as { content: string };
    const { call } = JSON.parse(content) as { call: { body: string } };
    expect(JSON.parse(call.body)).toMatchObject({ url: scanned });
    await byId(page, 'read-qr').waitFor({ state: 'detached' });
  });

  it('that is pasted or chosen is read, and one that cannot be read leaves nothing of the one before', async () => {
    const { page } = await sitDown({ width: 1024, height: 700 });
    expect(await cutButtons(page)).toEqual([]);
    await byId(page, 'language').click();
    expect(await cutButtons(page)).toEqual([]);
    await byId(page, 'language').click();
    await openReader(page);
    await give(page, 'paste', await codePicture(page, '粘贴的', 'image/webp'));
    await page.locator('[data-testid="read-qr-text"]', { hasText: '粘贴的' }).waitFor();

    const blank = { width: 200, height: 200, data: new Uint8ClampedArray(200 * 200 * 4).fill(255) };
    const large = { width: 5000, height: 4100 };
    const one = codeOf('one');
    const both = { width: one.width, height: one.height * 2, data: new Uint8ClampedArray(one.data.length * 2) };
    both.data.set(one.data);
    both.data.set(codeOf('two').data, one.data.length);
    const failures = [
      ['qr.notFound', await pictureOf(page, blank, 'image/png')],
      ['qr.several', await pictureOf(page, both, 'image/png')],
      ['qr.notPicture', Buffer.from('not a picture')],
      ['qr.pictureTooLarge', await largePicture(page, large)],
    ] as const;
    for (const [code, file] of failures) {
      await give(page, 'drop', file);
      await byId(page, `failure-${code}`).waitFor();
      expect(await byId(page, 'read-qr-text').count()).toBe(0);
    }

    await byId(page, 'read-qr-file').setInputFiles({
      name: 'code.jpg',
      mimeType: 'image/jpeg',
      buffer: await codePicture(page, '选择的', 'image/jpeg'),
    });
    await page.locator('[data-testid="read-qr-text"]', { hasText: '选择的' }).waitFor();
    expect(await byId(page, 'read-qr').getByRole('alert').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** Of the body's panel: those that do not stand whole in it. */
function cutButtons(page: Page): Promise<readonly string[]> {
  return page.locator('.panel-aside', { has: byId(page, 'body-qr') }).evaluate((aside) => {
    const { left, right } = aside.getBoundingClientRect();
    return [...aside.querySelectorAll('button')].flatMap((button) => {
      const box = button.getBoundingClientRect();
      return box.left < left || box.right > right ? [button.dataset['testid'] ?? ''] : [];
    });
  });
}

/** One colour, so that its file is small: nothing of its pixels goes from here to the browser. */
async function largePicture(page: Page, { width, height }: Pick<Pixels, 'width' | 'height'>): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (side) => {
      const canvas = new OffscreenCanvas(side.width, side.height);
      canvas.getContext('2d')?.fillRect(0, 0, side.width, side.height);
      const packed = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(Array.from(packed, (byte) => String.fromCodePoint(byte)).join(''));
    },
    { width, height },
  );
  return Buffer.from(base64, 'base64');
}
