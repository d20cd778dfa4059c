import type { Page } from 'playwright-core';
import { stepKinds } from '../../../shared/pipeline/step-kinds.ts';
import { describedOptions, stepWords, wordsOfOption } from '../../../shared/pipeline/step-words.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree): readonly string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)));
}

const han = /\p{Script=Han}/u;
const [open, close] = ['⟦', '⟧'];

/**
 * Shows the workbench with every text that was translated in brackets: those of the user interface as they stand in its
 * scripts, and those in two languages that the host answers with. What stands outside of brackets was written into a
 * component, or is data.
 */
export async function showPseudoLocale(page: Page): Promise<void> {
  const options = [...stepKinds.keys()].flatMap((kind) =>
    describedOptions.general.map((one) => wordsOfOption(kind, one)),
  );
  const particular = describedOptions.particular.map((one) =>
    wordsOfOption(one.slice(0, one.lastIndexOf('.')), one.slice(one.lastIndexOf('.') + 1)),
  );
  const shared = [...Object.values(stepWords), ...options, ...particular].map((words) => words?.zh ?? '');
  const texts = [...new Set([...leaves(await chineseTexts()), ...shared])].filter((text) => han.test(text));
  const pattern = new RegExp(
    texts
      .toSorted((one, other) => other.length - one.length)
      .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('|'),
    'gu',
  );
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    await route.fulfill({ response, body: script.replace(pattern, `${open}$&${close}`) });
  });
  // What waits for a change of the workspace waits beyond the page's end.
  await page.route(/\/api\/(?!workspace\.changed)/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: isJson(text) ? JSON.stringify(marked(JSON.parse(text))) : text });
  });
}

/** By its address: the renderer is no part of this project. */
async function chineseTexts(): Promise<Tree> {
  const module = (await import(new URL('../../../renderer/i18n/zh.ts', import.meta.url).href)) as { readonly zh: Tree };
  return module.zh;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const isBilingual = members.length === 2 && 'zh' in value && 'en' in value;
  if (isBilingual && typeof value.zh === 'string')
    return { ...value, zh: value.zh === '' ? '' : `${open}${value.zh}${close}` };
  return Object.fromEntries(members.map(([name, member]) => [name, marked(member)]));
}

/** Words on screen, names for screen readers and hints that stand in no brackets: Chinese ones, and sentences in English. */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const note = (text: string, place: string): void => {
      let outside = text;
      for (let before = ''; before !== outside;) {
        before = outside;
        outside = outside.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
      }
      if (/\p{Script=Han}/u.test(outside) || /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(outside))
        found.add(`${place}: ${text.trim()}`);
    };
    // Data: codes with their official names, what the other side said; and the editor with texts of its own.
    const data =
      '.header-row-meaning, .checks, .monaco-editor, pre, code, kbd, option, textarea, script, style, .monaco-aria-container';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!holder || holder.closest(data) || !holder.checkVisibility()) continue;
      note(node.textContent ?? '', holder.className || holder.tagName);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(data) || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) note(element.getAttribute(name) ?? '', `@${name}`);
    }
    return [...found];
  });
}
