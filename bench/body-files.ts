import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../scripts/lib/find-chromium.mjs';
import { inProject } from '../scripts/lib/project.mjs';
import { onePagePdf } from '../shared/simulator/one-page-pdf.ts';
import { floor, type Row } from './compare-medians.ts';

/**
 * What a certificate of 2 MB in a body adds to the long tasks of the UI thread (the browser's `longtask`: 50 ms and more) while the
 * body is opened and scrolled through, and while one types into it. Beside it what the same text adds to the same Monaco with the
 * same options in the same page, whole and with no draft, no preview and no list to keep. What each takes for the same
 * body without the certificate is taken off: switching requests has its own price, and so has making an editor.
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
    await keepDraft(page, { request: requests.whole, body: whole });
    await keepDraft(page, { request: requests.bare, body: bare });
    const rounds: Round[] = [];
    for (let round = 0; round < 5; round += 1) {
      rounds.push({
        own: await measureOwn(page, requests.whole),
        ownBare: await measureOwn(page, requests.bare),
        plain: await measurePlain(page, whole),
        plainBare: await measurePlain(page, bare),
      });
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
  readonly ownBare: Measured;
  readonly plain: Measured;
  readonly plainBare: Measured;
}

const file = Buffer.concat([onePagePdf(['Hufu']), Buffer.from(`%${'certificate '.repeat(175_000)}\n`)]);
const people = Array.from({ length: 400 }, (_, index) => `    { "aac003": "张三", "index": ${index} }`);
const bodyWith = (content: string) =>
  `{\n  "aac003": "",\n  "file": "${content}",\n  "list": [\n${people.join(',\n')}\n  ]\n}`;
const whole = bodyWith(file.toString('base64'));
const bare = bodyWith('');
const typed = '社会保障卡持卡人12345';

const ownEditor = '[data-testid="body-editor"]';
const plainEditor = '#plain-editor';
const rowOf = (request: string) => `[data-testid="request-sample/${request}"]`;
const requests = { whole: rowOf('resume'), bare: rowOf('rare-characters'), other: rowOf('card-status') };

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

/** A body as the draft of a request, which is left for another one. */
async function keepDraft(page: Page, { request, body }: { readonly request: string; readonly body: string }) {
  await open(page, request);
  await page.locator(`${ownEditor} .view-lines`).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, body);
  await page.locator(`${ownEditor} .view-line`, { hasText: '"index": 399' }).waitFor();
  await settle(page);
  await open(page, requests.other);
  await settle(page);
}

async function open(page: Page, request: string): Promise<void> {
  await page.click(request);
  await page.locator(`${request}[aria-current="page"]`).waitFor();
}

async function measureOwn(page: Page, request: string): Promise<Measured> {
  await page.reload();
  await page.locator(`${ownEditor} .view-lines`).waitFor();
  await settle(page);
  const opening = await longTasksOf(page, async () => {
    await open(page, request);
    await scrollThrough(page, ownEditor);
  });
  const typing = await longTasksOf(page, () => typeInto(page, ownEditor));
  await open(page, requests.other);
  await settle(page);
  return { opening, typing };
}

async function measurePlain(page: Page, body: string): Promise<Measured> {
  await page.reload();
  await page.locator(`${ownEditor} .view-lines`).waitFor();
  await page.evaluate((text) => void (window.plainBody = text), body);
  await settle(page);
  const assets = readdirSync(inProject('dist', 'renderer', 'assets'));
  const chunk = assets.find((name) => /^monaco-editor-.*\.js$/.test(name));
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

/** Of all rounds the quietest: what else the machine does only ever adds. */
function rowsOf(rounds: readonly Round[]): readonly Row[] {
  const least = (of: (round: Round) => number) => Math.min(...rounds.map(of));
  const added = (loaded: keyof Round, without: keyof Round) =>
    Math.max(0, least((round) => total(round[loaded].opening)) - least((round) => total(round[without].opening)));
  const own = added('own', 'ownBare');
  const plain = added('plain', 'plainBare');
  const ratio = own === 0 ? 0 : own / plain;
  const longest = least((round) => Math.max(0, ...round.own.typing));
  const what = 'body with a file of 2 MB';
  return [
    {
      name: `${what}: long tasks it adds, open and scroll`,
      medianMilliseconds: own,
      peer: 'whole in plain Monaco',
      peerMedianMilliseconds: plain,
      ratio,
      goal: '<= 1',
      passed: ratio <= 1,
    },
    floor({
      name: `${what}: long tasks in all, open and scroll`,
      found: least((round) => total(round.own.opening)),
      most: 600,
    }),
    floor({ name: `${what}: longest task, typing 15 characters`, found: longest, most: 100 }),
  ];
}
