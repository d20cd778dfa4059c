import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createSerialLedger } from '../../host/store/serial-ledger.ts';
import { openStateDatabase } from '../../host/store/state-database.ts';
import { randomFrom } from './support/failing-disk.ts';

const operations = 20;
const disksEach = 10;
const place = { appCode: 'B100000KJGK', day: '20261123' };

const folder = mkdtempSync(join(tmpdir(), 'hufu-torn-state-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives no serial a second time after a loss of power, whatever is found of the log', () => {
  const written = join(folder, 'written');
  const database = openStateDatabase(written);
  const ledger = createSerialLedger(database);
  const random = randomFrom(20_261_123);
  let acknowledged = ledger.next(place);
  let looked = 0;
  for (let number = 0; number < operations; number += 1) {
    const before = readFileSync(join(written, 'state.db-wal'));
    copyFileSync(join(written, 'state.db'), join(folder, 'before.db'));
    const next = ledger.next(place);
    const after = readFileSync(join(written, 'state.db-wal'));
    // The log was begun anew: what was acknowledged stands in the database then.
    if (!after.subarray(0, before.length).equals(before)) continue;
    for (let disk = 0; disk < disksEach; disk += 1) {
      const found = join(folder, 'found');
      rmSync(found, { recursive: true, force: true });
      mkdirSync(found);
      copyFileSync(join(folder, 'before.db'), join(found, 'state.db'));
      const log = Buffer.from(after.subarray(0, before.length + Math.floor(random() * (after.length - before.length))));
      for (let start = before.length; start < log.length; start += 512) {
        if (random() < 0.3) log.fill(0, start, Math.min(start + 512, log.length));
      }
      writeFileSync(join(found, 'state.db-wal'), log);
      const again = openStateDatabase(found);
      expect(Number(createSerialLedger(again).next(place))).toBeGreaterThan(Number(acknowledged));
      again.close();
      looked += 1;
    }
    acknowledged = next;
  }
  database.close();
  expect(looked).toBeGreaterThan(operations);
});
