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
          await page.click('[data-testid="send"]');
          await page.locator('[data-testid="result-status"]').waitFor();
        }
        await page.locator('[data-testid="result-status"]', { hasText: '00' }).waitFor();
        await page.locator('[data-testid="wire-step-message.write"]').waitFor();
        const size = sizes.length > 1 ? `-${width}` : '';
        await page.screenshot({ path: join(folder, `compose-${language}-${colorScheme}${size}.png`) });
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await workbench.close();
  rmSync(state, { recursive: true, force: true });
}
