import { readFileSync, writeSync } from 'node:fs';
import { HufuError } from '../../../shared/hufu-error.ts';
import { openStateDatabase } from '../../../host/store/state-database.ts';
import { createVault } from '../../../host/vault/create-vault.ts';

/** What the program reads from its standard input, as JSON. */
export interface WriterTask {
  readonly directory: string;
  /** Base64. */
  readonly dataKey: string;
  /** Begins the names of its entries. */
  readonly prefix: string;
  /** How long it leaves the vault to others after each write, at most, in milliseconds: SQLite's lock is not given in turns. */
  readonly pause: number;
}

const { directory, dataKey, prefix, pause } = JSON.parse(readFileSync(0, 'utf8')) as WriterTask;
const database = openStateDatabase(directory);
const vault = createVault({ directory, lock: (work) => database.transaction(work) });
vault.unlockWithDataKey(Buffer.from(dataKey, 'base64'));

const gate = new Int32Array(new SharedArrayBuffer(4));

// Without end: somebody kills this process. A line on standard output acknowledges an entry.
for (let count = 0; ; count += 1) {
  const name = `${prefix} ${count}`;
  try {
    vault.update((entries) => entries.write(name, { value: name }));
    writeSync(1, `${name}\n`);
    Atomics.wait(gate, 0, 0, Math.random() * pause);
  } catch (error) {
    // Whoever waits for too long is told so, and has lost nothing.
    if (!(error instanceof HufuError && error.code === 'store.busy')) throw error;
  }
}
