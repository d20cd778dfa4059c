import { join } from 'node:path';
import { type Database, openDatabase } from './database.ts';

/** Append only: a file remembers how many of these it has seen. */
const migrations = [
  `CREATE TABLE serial (
     app_code TEXT NOT NULL,
     day TEXT NOT NULL,
     last INTEGER NOT NULL,
     PRIMARY KEY (app_code, day)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE draft (
     id TEXT PRIMARY KEY,
     text BLOB NOT NULL,
     saved_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE setting (
     name TEXT PRIMARY KEY,
     value TEXT NOT NULL
   ) STRICT;`,
  `CREATE TABLE key_use (
     id TEXT PRIMARY KEY,
     at INTEGER NOT NULL
   ) STRICT;`,
];

/**
 * Opens `state.db` in the state directory: serials, drafts, settings. It is a file of its own, apart from the history,
 * so that a user may delete the history without making serials repeat. Errors as `openDatabase`.
 */
export function openStateDatabase(directory: string): Database {
  return openDatabase(join(directory, 'state.db'), { migrations });
}
