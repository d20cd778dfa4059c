import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { buildProject } from './lib/build-project.mjs';
import { chromiumArguments, findChromium } from './lib/find-chromium.mjs';
import { inProject } from './lib/project.mjs';

/** The pictures of the README and the guide, made anew from the real thing: `npm run screenshots [DIR]`. */
const folder = process.argv[2] ?? inProject('docs', 'screenshots');
const sizes =
  process.argv[2] === undefined
    ? [[1440, 900]]
    : [
        [1440, 900],
        [1024, 700],
      ];

await buildProject();
/** @type {typeof import('../host/start/start-workbench.ts')} */
const { startWorkbench } = await import(pathToFileURL(inProject('dist', 'host', 'start-workbench.mjs')).href);
const state = mkdtempSync(join(tmpdir(), 'hufu-screenshots-'));
const workbench = await startWorkbench({
  version: '0',
  stateDirectory: state,
  rendererDirectory: inProject('dist', 'renderer'),
});
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium found: install one, or set HUFU_CHROMIUM to its path.');
const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
mkdirSync(folder, { recursive: true });
try {
  await fillKeys();
  for (const [width = 0, height = 0] of sizes) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      for (const language of ['zh', 'en']) {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme });
        const page = await context.newPage();
        await page.goto(workbench.url);
        if (language === 'en') await page.click('[data-testid="language"]');
        await page.locator('[data-testid="body-editor"] .view-lines').waitFor();
        for (const request of ['sample/fails/time-name', 'sample/card-status']) {
          await page.click(`[data-testid="request-${request}"]`);
          const sent = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/send');
          await page.click('[data-testid="send"]');
          await sent;
        }
        await page.locator('[data-testid="result-status"]', { hasText: '00' }).waitFor();
        await page.locator('[data-testid="wire-step-message.write"]').waitFor();
        // The preview that follows a sending.
        await page.getByText(/^(?:计算中…|Computing…)$/).waitFor({ state: 'hidden' });
        const size = sizes.length > 1 ? `-${width}` : '';
        await page.screenshot({ path: join(folder, `compose-${language}-${colorScheme}${size}.png`) });
        const shot = (/** @type {string} */ name) =>
          page.screenshot({ path: join(folder, `${name}-${language}-${colorScheme}${size}.png`) });
        await page.keyboard.press('Control+K');
        await page.fill('[data-testid="palette-text"]', language === 'zh' ? 'shbz' : 'card');
        await page.locator('.command-palette-list mark').first().waitFor();
        await shot('palette');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Alt+M');
        await page.locator('.body-masked').first().waitFor();
        await shot('masked');
        await page.keyboard.press('Alt+M');
        await page.click('[data-testid="rail-settings"]');
        await page.locator('[data-testid="settings-screen"]').waitFor();
        // The panel with the keys alone: another shows folders of this machine.
        await page
          .locator('.settings-screen > .panel')
          .nth(1)
          .screenshot({ path: join(folder, `settings-${language}-${colorScheme}${size}.png`) });
        await showHistory(page);
        await page.screenshot({ path: join(folder, `history-${language}-${colorScheme}${size}.png`) });
        await page.keyboard.press('Escape');
        await showKeys(page);
        await page.screenshot({ path: join(folder, `keys-${language}-${colorScheme}${size}.png`) });
        await page.locator('[data-testid="rail-platforms"]').click();
        await page.locator('[data-testid="platform-section-conventions"]').click();
        await page.locator('.named-item .draft-fields').waitFor();
        await page.screenshot({ path: join(folder, `platforms-${language}-${colorScheme}${size}.png`) });
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await workbench.close();
  rmSync(state, { recursive: true, force: true });
}

/** Keys of one's own, so that the keys screen has something to show: made here, of no use anywhere. */
async function fillKeys() {
  const page = await browser.newPage();
  /** @param {string} id */
  const part = (id) => page.locator(`[data-testid="${id}"]`);
  await page.goto(workbench.url);
  await part('rail-keys').click();
  await part('environment-new').click();
  await part('environment-form-title').fill('省厅测试 Test');
  await part('environment-form-url').fill('https://gateway.example/ldt6008');
  await part('environment-form-appCode').fill('B100000KJGK');
  await part('environment-form-save').click();
  await part('other-slots').click();
  for (const [slot, kind, label] of [
    ['sm4Key', 'sm4Hex', 'SM4 2025'],
    ['sm4Key', 'sm4Characters', 'SM4 2026'],
    ['callerPrivateKey', 'sm2', 'SM2 2026'],
  ]) {
    await part(`generate-${slot}`).click();
    await part(`generate-kind-${kind}`).click();
    await part('key-label').fill(label ?? '');
    await part('generate-submit').click();
    if (label === 'SM4 2025') {
      await part('new-passphrase').fill('a passphrase for pictures');
      await part('new-passphrase-again').fill('a passphrase for pictures');
      await part('vault-create').click();
    }
    await part('generate-done').click();
  }
  await page.close();
}

/**
 * The call that failed beside the one that did not.
 *
 * @param {import('playwright-core').Page} page
 */
async function showHistory(page) {
  await page.click('[data-testid="rail-history"]');
  await page.locator('[data-testid="history-row"]').first().click();
  await page.locator('[data-testid="history-shown"]').waitFor();
}

/** @param {import('playwright-core').Page} page */
async function showKeys(page) {
  await page.click('[data-testid="rail-keys"]');
  await page.locator('nav button', { hasText: '省厅测试' }).click();
  await page.click('[data-testid="versions-sm4Key"]');
  await page.click('[data-testid="other-slots"]');
}
