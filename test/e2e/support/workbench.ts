import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../scripts/lib/find-chromium.mjs';
import { startHufu } from './hufu.ts';

export interface NewcomerOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'zh' | 'en';
  /** Called before the page is opened. `state` is the folder of the local data. */
  readonly prepare?: (page: Page, url: string, state: string) => Promise<void>;
}

/** The built workbench in a real browser. Every newcomer has a machine of their own: no state, no profile. */
export interface Newcomers {
  arrive(options?: NewcomerOptions): Promise<Page>;
  /** A window of somebody else's workbench, closed by `leave`. */
  open(url: string): Promise<Page>;
  /** Ends what the newcomers since the last call had open. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export async function welcomeNewcomers(): Promise<Newcomers> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('No Chromium found: install one, or set HUFU_CHROMIUM to its path.');
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  const leaving: (() => Promise<void>)[] = [];

  async function leave(): Promise<void> {
    await Promise.all(leaving.splice(0).map((end) => end()));
  }

  return {
    async arrive({ width = 1440, height = 900, language = 'zh', prepare } = {}) {
      const state = mkdtempSync(join(tmpdir(), 'hufu-e2e-'));
      const host = await startHufu(['start', '--json', '--state', state]);
      const context = await browser.newContext({ viewport: { width, height } });
      leaving.push(async () => {
        await context.close();
        await host.stop();
        rmSync(state, { recursive: true, force: true, maxRetries: 5 });
      });
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      const url = String(host.ready['url']);
      await prepare?.(page, url, state);
      await page.goto(url);
      if (language === 'en') await byId(page, 'language').click();
      return page;
    },
    async open(url) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      leaving.push(() => context.close());
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    leave,
    async close() {
      await leave();
      await browser.close();
    },
  };
}

/** Waits for Monaco, which comes after the frame. */
export async function editorReady(page: Page): Promise<void> {
  await page.locator('[data-testid="body-editor"] .view-lines').waitFor();
}

/** Replaces what stands in the body editor by pasting: what is typed, Monaco closes brackets and quotes for. */
export async function pasteBody(page: Page, text: string): Promise<void> {
  await editorReady(page);
  await page.locator('[data-testid="body-editor"] .view-lines').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, text);
}

export function byId(place: Page | Locator, id: string): Locator {
  return place.locator(`[data-testid="${id}"]`);
}
