import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { showPseudoLocale, untranslated } from './support/pseudo-locale.ts';
import { byId, editorReady, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

/** The two names of languages stand in their own, whichever is shown. */
const names = /^\S*: (?:中文 \/ EN|中文|English|中)$/;

it('has no word on any screen that was not translated', async () => {
  const page = await newcomers.arrive({ prepare: async (arriving) => showPseudoLocale(arriving) });
  await editorReady(page);
  const found: Record<string, readonly string[]> = {};
  const look = async (screen: string): Promise<void> => {
    const words = (await untranslated(page)).filter((one) => !names.test(one));
    if (words.length > 0) found[screen] = words;
  };
  expect(await page.locator('body').innerText()).toContain('⟦');
  await byId(page, 'request-sample/fails/time-name').click();
  await byId(page, 'send').click();
  await byId(page, 'result-status').first().waitFor();
  await look('compose');
  await byId(page, 'keys').click();
  await page.getByRole('dialog').waitFor();
  await look('keys drawer');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await byId(page, 'palette-text').waitFor();
  await look('palette');
  await page.keyboard.press('Escape');
  await byId(page, 'palette-text').waitFor({ state: 'detached' });
  for (const screen of ['history', 'keys', 'platforms', 'settings']) {
    await byId(page, `rail-${screen}`).click();
    await byId(page, `${screen}-screen`).waitFor();
    await look(screen);
  }
  await byId(page, 'rail-platforms').click();
  for (const section of ['header', 'steps', 'conventions', 'keySlots', 'session', 'interfaces', 'statuses']) {
    await byId(page, `platform-section-${section}`).click();
    await look(`platforms: ${section}`);
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(found).toEqual({});
});
