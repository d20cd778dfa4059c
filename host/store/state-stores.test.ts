import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastCheck from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { createDraftStore } from './draft-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { openStateDatabase } from './state-database.ts';

let directory = '';
let database: Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-state-'));
  database = openStateDatabase(directory);
});
afterEach(() => {
  database.close();
  rmSync(directory, { recursive: true, force: true });
});

function reopen(): void {
  database.close();
  database = openStateDatabase(directory);
}

test('drafts are replaced, listed newest first, removed, and outlive a restart', () => {
  let time = 1000;
  const drafts = createDraftStore(database, { now: () => (time += 1) });
  drafts.save('a', '{"body":"𠮷"}');
  drafts.save('b', '{}');
  drafts.save('a', '{"body":"𠮷󠄀"}');
  reopen();
  const after = createDraftStore(database);
  expect(after.list()).toEqual([
    { id: 'a', savedAt: 1003 },
    { id: 'b', savedAt: 1002 },
  ]);
  expect(after.load('a')).toBe('{"body":"𠮷󠄀"}');
  expect(after.load('c')).toBeUndefined();
  expect([after.remove('a'), after.remove('a')]).toEqual([true, false]);
  expect(after.list().map((draft) => draft.id)).toEqual(['b']);
});

test('any Unicode text comes back as it was', () => {
  const drafts = createDraftStore(database);
  fastCheck.assert(
    fastCheck.property(fastCheck.string({ unit: 'binary', maxLength: 200 }), (text) => {
      drafts.save('draft', text);
      expect(drafts.load('draft')).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('half a surrogate pair is refused and the last draft stays', () => {
  const drafts = createDraftStore(database);
  drafts.save('a', 'kept');
  expect(() => drafts.save('a', 'x\ud842')).toThrow(expect.objectContaining({ code: 'draft.loneSurrogate' }) as Error);
  expect(drafts.load('a')).toBe('kept');
});

test('settings keep any JSON value and forget what is undefined', () => {
  createSettingsStore(database).set('proxy', { url: 'http://proxy.example:3128', on: true });
  createSettingsStore(database).set('language', 'zh');
  reopen();
  const settings = createSettingsStore(database);
  expect(settings.get('proxy')).toEqual({ url: 'http://proxy.example:3128', on: true });
  settings.set('language', null);
  expect(settings.get('language')).toBeNull();
  settings.set('language', undefined);
  expect(settings.get('language')).toBeUndefined();
});
