import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { HufuError } from '../../shared/hufu-error.ts';
import { storeError } from './store-error.ts';

/** A string must be well-formed and free of U+0000; a text of unknown content is bound as its UTF-8 bytes. */
export type SqlValue = null | number | bigint | string | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** The little of SQLite that the stores use, so that the binding can be exchanged in one file. All calls are synchronous. */
export interface Database {
  readonly path: string;
  /** Runs statements that return nothing. */
  execute(sql: string): void;
  /** Runs one statement with `?` parameters and returns how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number;
  get(sql: string, ...values: SqlValue[]): SqlRow | undefined;
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  /**
   * Runs `work` in a transaction that holds the write lock from its first statement, so that what is read inside stays
   * true until the commit. Whatever `work` throws rolls back. Transactions do not nest.
   */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

export interface OpenDatabaseOptions {
  /** Statements that lead from one version to the next; `user_version` counts how many of them a file has seen. */
  readonly migrations?: readonly string[];
  /** How long to wait for another process that writes. */
  readonly busyTimeoutMilliseconds?: number;
}

/**
 * Opens a SQLite file and brings it to the newest version, creating it and its folder (for this user alone) when absent.
 * WAL, `synchronous=FULL`: a committed transaction survives the loss of power. Foreign keys are enforced.
 * Errors: `store.directory`, `store.cannotOpen`, `store.damaged`, `store.readOnly`, `store.full`, `store.busy`,
 * `store.inputOutput`, `store.newerVersion`; all but the first and last also from every later call.
 */
export function openDatabase(
  path: string,
  { migrations = [], busyTimeoutMilliseconds = 5000 }: OpenDatabaseOptions = {},
): Database {
  createFolderOf(path);
  keepToUser(path);
  const database = wrap(
    path,
    attempt(path, () => new DatabaseSync(path, { timeout: busyTimeoutMilliseconds })),
  );
  try {
    enterWalMode(database, busyTimeoutMilliseconds);
    database.execute('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function wrap(path: string, connection: InstanceType<typeof DatabaseSync>): Database {
  const prepared = new Map<string, ReturnType<typeof connection.prepare>>();
  const statement = (sql: string, values: readonly SqlValue[]) => {
    // The binding gives such a text back only up to the U+0000.
    if (values.some((value) => typeof value === 'string' && value.includes('\0'))) {
      throw new TypeError('A text with U+0000 must be bound as bytes.');
    }
    const known = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    path,
    execute: (sql) => attempt(path, () => connection.exec(sql)),
    run: (sql, ...values) => attempt(path, () => statement(sql, values).run(...values).changes),
    get: (sql, ...values) => attempt(path, (): SqlRow | undefined => statement(sql, values).get(...values)),
    all: (sql, ...values) => attempt(path, (): readonly SqlRow[] => statement(sql, values).all(...values)),
    transaction(work) {
      attempt(path, () => connection.exec('BEGIN IMMEDIATE'));
      try {
        const result = work();
        attempt(path, () => connection.exec('COMMIT'));
        return result;
      } catch (error) {
        // After a full disk or an input/output error SQLite may have rolled back by itself.
        if (connection.isTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      if (!connection.isOpen) return;
      try {
        // The binding frees statements only when they are collected, so SQLite would postpone its own checkpoint.
        connection.exec('PRAGMA wal_checkpoint(PASSIVE)');
      } catch {
        // Nothing is lost: what was committed stands in the -wal file and the next start reads it from there.
      }
      prepared.clear();
      connection.close();
    },
  };
}

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw storeError(error, path);
  }
}

function createFolderOf(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new HufuError({
      code: 'store.directory',
      text: {
        zh: `无法创建目录 ${folder}（${reason}）；请检查路径和权限，或用 HUFU_STATE 指定另一个可写的目录。`,
        en: `The folder ${folder} cannot be created (${reason}); check the path and its permissions, or name a writable folder in HUFU_STATE.`,
      },
    });
  }
}

/**
 * SQLite makes its files for everyone whom the umask lets in, and the -wal and -shm files like the first; the folder may
 * be one that others can read. What stands in the way is said by SQLite itself, which knows more about it.
 */
function keepToUser(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
    for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
  } catch {
    // See above.
  }
}

/**
 * SQLite does not call its busy handler while it switches to WAL, so two processes that create the same file at once
 * would see "database is locked" at once; the wait is ours. WAL is kept in the file, later starts find it there.
 */
function enterWalMode(database: Database, timeoutMilliseconds: number): void {
  const pause = 10;
  const gate = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += pause) {
    try {
      database.execute('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!(error instanceof HufuError && error.code === 'store.busy') || waited >= timeoutMilliseconds) throw error;
      Atomics.wait(gate, 0, 0, pause);
    }
  }
}

function migrate(database: Database, migrations: readonly string[]): void {
  if (version(database) === migrations.length) return;
  database.transaction(() => {
    // Read again under the write lock: another process may have migrated in between.
    const found = version(database);
    if (found > migrations.length) {
      throw new HufuError({
        code: 'store.newerVersion',
        text: {
          zh: `数据库 ${database.path} 的版本是 ${found}，本程序只认识到 ${migrations.length}；请使用更新版本的 Hufu，文件未作改动。`,
          en: `The database ${database.path} has version ${found} and this program knows versions up to ${migrations.length}; use a newer Hufu, the file was left untouched.`,
        },
      });
    }
    for (const migration of migrations.slice(found)) database.execute(migration);
    database.execute(`PRAGMA user_version = ${migrations.length}`);
  });
}

function version(database: Database): number {
  return Number(database.get('PRAGMA user_version')?.['user_version']);
}
