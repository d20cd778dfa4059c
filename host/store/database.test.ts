import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HufuError } from '../../shared/hufu-error.ts';
import { type Database, openDatabase, type OpenDatabaseOptions } from './database.ts';

let directory = '';
const open: Database[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-store-'));
});
afterEach(() => {
  for (const database of open.splice(0)) database.close();
  rmSync(directory, { recursive: true, force: true });
});

function opened(name: string, options?: OpenDatabaseOptions): Database {
  const database = openDatabase(join(directory, name), options);
  open.push(database);
  return database;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof HufuError)) throw error;
    expect(error.detail.text.zh).toContain(directory);
    expect(error.detail.text.en).toContain(directory);
    return error.code;
  }
  return 'none';
}

test('creates the folder and sets WAL, full synchronisation and foreign keys', () => {
  const database = opened('deep/er/a.db');
  expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
});

test('migrates step by step, each step once, and refuses a file of a newer version', () => {
  const first = 'CREATE TABLE a (x INTEGER)';
  const second = 'ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 7';
  const old = opened('a.db', { migrations: [first] });
  old.run('INSERT INTO a VALUES (?)', 1);
  old.close();
  expect(opened('a.db', { migrations: [first, second] }).all('SELECT * FROM a')).toEqual([{ x: 1, y: 7 }]);
  expect(opened('a.db', { migrations: [first, second] }).all('SELECT * FROM a')).toEqual([{ x: 1, y: 7 }]);
  expect(codeOf(() => opened('a.db', { migrations: [first] }))).toBe('store.newerVersion');
});

test('a migration that fails leaves the file at its version', () => {
  const good = 'CREATE TABLE a (x INTEGER)';
  expect(() => opened('a.db', { migrations: [good, 'CREATE TABLE a (x INTEGER)'] })).toThrow('already exists');
  expect(opened('a.db', { migrations: [good] }).get('SELECT count(*) AS rows FROM a')).toEqual({ rows: 0 });
});

test('a transaction commits its result and rolls back on any error', () => {
  const database = opened('a.db', { migrations: ['CREATE TABLE a (x INTEGER)'] });
  expect(database.transaction(() => database.run('INSERT INTO a VALUES (1), (2)'))).toBe(2);
  const failing = () => {
    database.run('INSERT INTO a VALUES (3)');
    throw new Error('stop');
  };
  expect(() => database.transaction(failing)).toThrow('stop');
  expect(database.all('SELECT x FROM a')).toEqual([{ x: 1 }, { x: 2 }]);
});

test('a file that is no database is refused and left as it was', () => {
  const path = join(directory, 'a.db');
  writeFileSync(path, 'no database '.repeat(500));
  expect(codeOf(() => openDatabase(path))).toBe('store.damaged');
  expect(readFileSync(path, 'utf8')).toBe('no database '.repeat(500));
});

test('a database damaged in the middle is reported', () => {
  const migrations = ['CREATE TABLE a (x TEXT)'];
  const database = opened('a.db', { migrations });
  for (let row = 0; row < 200; row += 1) database.run('INSERT INTO a VALUES (?)', 'x'.repeat(200));
  database.close();
  const path = join(directory, 'a.db');
  writeFileSync(path, readFileSync(path).fill(0xff, 4096));
  expect(codeOf(() => opened('a.db', { migrations }).all('SELECT * FROM a'))).toBe('store.damaged');
});

test('a folder in the place of the file, and a file in the place of the folder', () => {
  expect(codeOf(() => openDatabase(directory))).toBe('store.cannotOpen');
  writeFileSync(join(directory, 'file'), '');
  expect(codeOf(() => opened('file/a.db'))).toBe('store.directory');
});

test('a full disk and a database that cannot be written', () => {
  const database = opened('a.db', { migrations: ['CREATE TABLE a (x TEXT)'] });
  database.execute('PRAGMA max_page_count = 4');
  expect(codeOf(() => database.run('INSERT INTO a VALUES (?)', 'x'.repeat(50_000)))).toBe('store.full');
  const inTransaction = () => database.run('INSERT INTO a VALUES (?)', 'x'.repeat(50_000));
  expect(codeOf(() => database.transaction(inTransaction))).toBe('store.full');
  // The same result code as a file without write permission, which a test run by root cannot have.
  database.execute('PRAGMA query_only = 1');
  expect(codeOf(() => database.run('INSERT INTO a VALUES (1)'))).toBe('store.readOnly');
});

test('a writer that does not let go', () => {
  const holder = opened('a.db', { migrations: ['CREATE TABLE a (x TEXT)'] });
  const other = opened('a.db', { migrations: ['CREATE TABLE a (x TEXT)'], busyTimeoutMilliseconds: 1 });
  holder.transaction(() => {
    expect(codeOf(() => other.transaction(() => 0))).toBe('store.busy');
  });
  expect(other.transaction(() => 1)).toBe(1);
});

test('an SQL mistake is a defect of ours and stays what it is', () => {
  expect(() => opened('a.db').execute('SELCT')).toThrow('syntax error');
});

test('a text with U+0000 is refused, bytes take it', () => {
  const database = opened('a.db', { migrations: ['CREATE TABLE a (x)'] });
  expect(() => database.run('INSERT INTO a VALUES (?)', 'a\0b')).toThrow(TypeError);
  database.run('INSERT INTO a VALUES (?)', Uint8Array.of(97, 0, 98));
  expect(database.all('SELECT x FROM a')).toEqual([{ x: Uint8Array.of(97, 0, 98) }]);
});
