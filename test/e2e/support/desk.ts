import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { byId, editorReady, type NewcomerOptions, type Newcomers } from './workbench.ts';

/** The compose screen of a newcomer, beside the files that it shows. */
export interface Desk {
  readonly page: Page;
  /** Folder `collections` of the workspace. */
  readonly collections: string;
}

export async function sitDown(newcomers: Newcomers, options: NewcomerOptions = {}): Promise<Desk> {
  let collections = '';
  const page = await newcomers.arrive({
    ...options,
    prepare: async (_page, _url, state) => {
      collections = join(state, 'workspace', 'collections');
    },
  });
  await editorReady(page);
  return { page, collections };
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String);
}

/** The order that a folder's file says. */
export function orderOf(folderFile: string): readonly string[] {
  return readFileSync(folderFile, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('  - '))
    .map((line) => line.slice(4));
}

/** Fills in the dialog that asks for a title, and waits until it has closed. */
export async function fillTitle(page: Page, title: string): Promise<void> {
  await byId(page, 'tree-title').fill(title);
  await byId(page, 'tree-dialog-ok').click();
  await byId(page, 'tree-title').waitFor({ state: 'detached' });
}

/** An action of a row's menu, by mouse. `row` is its test id. */
export async function choose(page: Page, row: string, action: string): Promise<void> {
  await byId(page, row).hover();
  await byId(page, `menu-${row.replace(/^(?:request|folder)-/, row.startsWith('folder-') ? 'folder:' : '')}`).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** A row by its title: its tab has the same one. */
export const inTree = (page: Page, name: string | RegExp) =>
  page.locator('.collection-row').getByRole('button', { name, exact: typeof name === 'string' });
