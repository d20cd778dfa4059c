/**
 * Append only: a file remembers how many of these it has seen. Apart from each other: what lists read (`entry`), what
 * scans read (`entry_text`) and what only a single look reads (`document`), so that none drags the others' pages along.
 */
export const historyMigrations: readonly string[] = [
  `CREATE TABLE entry (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     at INTEGER NOT NULL,
     kept_since INTEGER NOT NULL,
     platform TEXT NOT NULL,
     interface TEXT NOT NULL,
     environment TEXT NOT NULL,
     request_id TEXT,
     verdict TEXT NOT NULL,
     status TEXT,
     size INTEGER NOT NULL,
     pinned INTEGER NOT NULL DEFAULT 0,
     note TEXT NOT NULL DEFAULT '',
     removed_at INTEGER,
     owner TEXT,
     summary TEXT NOT NULL
   ) STRICT;
   CREATE INDEX entry_at ON entry (at DESC, seq DESC) WHERE removed_at IS NULL;
   CREATE INDEX entry_kept ON entry (kept_since DESC, seq DESC) WHERE removed_at IS NULL;
   CREATE INDEX entry_request ON entry (request_id, at DESC, seq DESC) WHERE removed_at IS NULL;
   CREATE INDEX entry_facets ON entry (platform, interface, environment, status, size) WHERE removed_at IS NULL;
   CREATE INDEX entry_open ON entry (seq) WHERE verdict = 'sending';
   CREATE INDEX entry_removed ON entry (removed_at) WHERE removed_at IS NOT NULL;
   CREATE TABLE tag (
     seq INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
     name TEXT NOT NULL,
     PRIMARY KEY (seq, name)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX tag_name ON tag (name);
   CREATE TABLE document (
     seq INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
     text BLOB NOT NULL
   ) STRICT;
   CREATE TABLE body (
     seq INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
     name TEXT NOT NULL,
     size INTEGER NOT NULL,
     PRIMARY KEY (seq, name)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX body_name ON body (name);
   CREATE TABLE entry_text (
     seq INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
     folded TEXT NOT NULL
   ) STRICT;
   CREATE TABLE not_indexed (
     seq INTEGER PRIMARY KEY
   ) STRICT;
   CREATE VIRTUAL TABLE trigram USING fts5 (
     folded, content='', contentless_delete=1, detail='none', tokenize='trigram case_sensitive 1'
   );`,
];
