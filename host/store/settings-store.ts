import type { Database } from './database.ts';

export interface SettingsStore {
  /** The value as it was set, unchecked: the reader knows its schema. */
  get(name: string): unknown;
  /** Keeps any JSON value; `undefined` removes the setting. */
  set(name: string, value: unknown): void;
}

/** Choices of the user on this machine, one JSON value per name, in the table `setting` of the state database. */
export function createSettingsStore(database: Database): SettingsStore {
  return {
    get(name) {
      const row = database.get('SELECT value FROM setting WHERE name = ?', name);
      return row && (JSON.parse(String(row['value'])) as unknown);
    },
    set(name, value) {
      if (value === undefined) database.run('DELETE FROM setting WHERE name = ?', name);
      else {
        database.run(
          'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
          name,
          JSON.stringify(value),
        );
      }
    },
  };
}
