import type { Database } from '../store/database.ts';

export interface KeyUseStore {
  used(ids: readonly string[], at: number): void;
  /** By id of the key, milliseconds since 1970 UTC. */
  lastUsed(): ReadonlyMap<string, number>;
  forget(id: string): void;
}

/** When each key was last used, in the table `key_use` of the state database: the vault is not rewritten for a call. */
export function createKeyUseStore(database: Database): KeyUseStore {
  return {
    used(ids, at) {
      if (ids.length === 0) return;
      database.transaction(() => {
        for (const id of ids) {
          database.run(
            'INSERT INTO key_use (id, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = max(at, excluded.at)',
            id,
            at,
          );
        }
      });
    },
    lastUsed: () =>
      new Map(database.all('SELECT id, at FROM key_use').map((row) => [String(row['id']), Number(row['at'])])),
    forget: (id) => void database.run('DELETE FROM key_use WHERE id = ?', id),
  };
}
