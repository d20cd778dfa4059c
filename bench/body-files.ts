import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../scripts/lib/find-chromium.mjs';
import { inProject } from '../scripts/lib/project.mjs';
import { onePagePdf } from '../shared/simulator/one-page-pdf.ts';
import { floor, median, type Row } from './compare-medians.ts';

/**
 * What holds up the UI thread (the browser's `longtask`: 50 ms and more) while a certificate of 2 MB stands in a body: while
 * the body is opened, scrolled through and typed into. Beside it the same body, whole, in the same Monaco with the same options in
 * the same browser, and nothing else to do.
 */
export async function benchBodyFiles(): Promise<readonly Row[]> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('No Chromium found: install one, or set HUFU_CHROMIUM to its path.');
  const state = mkdtempSync(join(tmpdir(), 'hufu-bench-'));
  const { startWorkbench } = (await import(
    pathToFileURL(inProject('dist', 'host', 'start-workbench.mjs')).href
  )) as typeof import('../host/start/start-workbench.ts');
  const workbench = await startWorkbench({
    version: '0',
    stateDirectory: state,
    rendererDirectory: inProject('dist', 'renderer'),
  });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.addInitScript(observeLongTasks);
    await page.goto(workbench.url);
    await keepDraft(page);
    const rounds: Round[] = [];
    for (let round = 0; round < 5; round += 1) {
      rounds.push({ own: await measureOwn(page), plain: await measurePlain(page) });
    }
    return rowsOf(rounds);
  } finally {
    await browser.close();
    await workbench.close();
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Measured {
  /** Durations in milliseconds. */
  readonly opening: readonly number[];
  readonly typing: readonly number[];
}

interface Round {
  readonly own: Measured;
  readonly plain: Measured;
}

const file = Buffer.concat([onePagePdf(['Hufu']), Buffer.from(`%${'certificate '.repeat(175_000)}\n`)]);
const people = Array.from({ length: 400 }, (_, index) => `    { "aac003": "张三", "index": ${index} }`);
const body = `{\n  "aac003": "",\n  "file": "${file.toString('base64')}",\n  "list": [\n${people.join(',\n')}\n  ]\n}`;
const typed = '社会保障卡持卡人12345';

const ownEditor = '[data-testid="body-editor"]';
const plainEditor = '#plain-editor';
const large = '[data-testid="request-sample/resume"]';
const small = '[data-testid="request-sample/card-status"]';

declare global {
  interface Window {
    longTasks: number[];
    plainBody: string;
  }
}

function observeLongTasks(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** The large body as the draft of one request, while another is open. */
async function keepDraft(page: Page): Promise<void> {
  await openLarge(page);
  await page.locator(`${ownEditor} .view-lines`).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, body);
  await page.locator('[data-testid="file-row"]').waitFor();
  await settle(page);
  await page.click(small);
  await settle(page);
}

async function openLarge(page: Page): Promise<void> {
  await page.click(large);
  await page.locator(`${large}[aria-current="page"]`).waitFor();
}

async function measureOwn(page: Page): Promise<Measured> {
  await page.reload();
  await page.locator(`${ownEditor} .view-lines`).waitFor();
  await settle(page);
  const opening = await longTasksOf(page, async () => {
    await openLarge(page);
    await scrollThrough(page, ownEditor);
  });
  const typing = await longTasksOf(page, () => typeInto(page, ownEditor));
  await page.keyboard.press('ControlOrMeta+Z');
  await page.click(small);
  await settle(page);
  return { opening, typing };
}

async function measurePlain(page: Page): Promise<Measured> {
  await page.reload();
  await page.locator(`${ownEditor} .view-lines`).waitFor();
  await page.evaluate((text) => void (window.plainBody = text), body);
  await settle(page);
  const [chunk] = readdirSync(inProject('dist', 'renderer', 'assets')).filter((name) =>
    /^monaco-editor-.*\.js$/.test(name),
  );
  const opening = await longTasksOf(page, async () => {
    await page.evaluate(showPlain, `/assets/${chunk}`);
    await scrollThrough(page, plainEditor);
  });
  return { opening, typing: await longTasksOf(page, () => typeInto(page, plainEditor)) };
}

/** What is used of the module that the renderer loads. */
interface PlainMonaco {
  readonly editor: { create(element: HTMLElement, options: Readonly<Record<string, unknown>>): unknown };
}

/** Over the body editor of the page, and as large. */
async function showPlain(chunk: string): Promise<void> {
  const place = document.querySelector('[data-testid="body-editor"]')?.getBoundingClientRect();
  const element = document.createElement('div');
  element.id = 'plain-editor';
  Object.assign(element.style, {
    position: 'fixed',
    zIndex: 9,
    left: `${place?.left}px`,
    top: `${place?.top}px`,
    width: `${place?.width}px`,
    height: `${place?.height}px`,
  });
  document.body.append(element);
  const { editor } = (await import(chunk)) as PlainMonaco;
  editor.create(element, {
    value: window.plainBody,
    language: 'json',
    fontSize: 11.5,
    lineHeight: 18,
    minimap: { enabled: false },
    wordWrap: 'on',
    wrappingStrategy: 'simple',
  });
}

/** Thirty turns of the wheel down, then to the end and back. */
async function scrollThrough(page: Page, editor: string): Promise<void> {
  const line = (text: string) => page.locator(`${editor} .view-line`, { hasText: text }).first();
  await line('"aac003"').waitFor();
  await page.locator(`${editor} .view-lines`).click({ position: { x: 40, y: 10 } });
  for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, 200);
  await page.keyboard.press('ControlOrMeta+End');
  await line('"index": 399').waitFor();
  await page.keyboard.press('ControlOrMeta+Home');
  await line('"aac003"').waitFor();
}

/** Between the quotes of the first member. */
async function typeInto(page: Page, editor: string): Promise<void> {
  await page.locator(`${editor} .view-lines`).click({ position: { x: 60, y: 10 } });
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  for (const character of typed) {
    await page.keyboard.insertText(character);
    await page.waitForTimeout(60);
  }
}

async function longTasksOf(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => void (window.longTasks = []));
  await work();
  await settle(page);
  return page.evaluate(() => window.longTasks);
}

/** What follows an action (preview, draft, checks) is over, and its long tasks are told of. */
function settle(page: Page): Promise<void> {
  return page.waitForTimeout(2000);
}

const total = (durations: readonly number[]): number => durations.reduce((sum, one) => sum + one, 0);
const longest = (durations: readonly number[]): number => Math.max(0, ...durations);

function rowsOf(rounds: readonly Round[]): readonly Row[] {
  const beside = (what: 'opening' | 'typing', name: string): Row => {
    const own = median(rounds.map((round) => total(round.own[what])));
    const plain = median(rounds.map((round) => total(round.plain[what])));
    const ratio = own === 0 ? 0 : own / plain;
    return {
      name: `2 MB file in a body, long tasks: ${name}`,
      medianMilliseconds: own,
      peer: 'whole in plain Monaco',
      peerMedianMilliseconds: plain,
      ratio,
      goal: '<= 0.5',
      passed: ratio <= 0.5,
    };
  };
  const longestOf = (what: 'opening' | 'typing') => median(rounds.map((round) => longest(round.own[what])));
  return [
    beside('opening', 'open and scroll'),
    beside('typing', 'type 15 characters'),
    floor({ name: '2 MB file in a body: longest task, open and scroll', found: longestOf('opening'), most: 200 }),
    floor({ name: '2 MB file in a body: longest task, typing', found: longestOf('typing'), most: 100 }),
  ];
}
