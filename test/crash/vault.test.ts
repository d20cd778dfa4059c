import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStateDatabase } from '../../host/store/state-database.ts';
import { createVault } from '../../host/vault/create-vault.ts';
import { readVaultText } from '../../host/vault/vault-document.ts';
import type { Vault } from '../../host/vault/vault.ts';
import { bundleOptions } from '../../scripts/lib/bundle-options.mjs';
import type { WriterTask } from './support/vault-writer.ts';
import { killAll, startWriter, type KilledWriter } from './support/killed-writer.ts';

// Inside the project, so that the bundle finds the SQLite binding.
const cache = fileURLToPath(new URL('../../.cache/test', import.meta.url));
const script = join(cache, `vault-writer-${process.pid}.mjs`);
const folder = mkdtempSync(join(tmpdir(), 'hufu-crash-'));
const template = join(folder, 'template');
let dataKey: Uint8Array;

beforeAll(async () => {
  const entryPoints = [fileURLToPath(new URL('support/vault-writer.ts', import.meta.url))];
  await build({ ...bundleOptions, entryPoints, outfile: script, format: 'esm', sourcemap: false });
  const { vault, close } = open(template);
  await vault.create('a passphrase of the test');
  dataKey = vault.dataKey();
  close();
});

afterAll(() => {
  killAll();
  rmSync(script, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

function open(directory: string): { readonly vault: Vault; readonly close: () => void } {
  const database = openStateDatabase(directory);
  const vault = createVault({ directory, lock: (work) => database.transaction(work) });
  return { vault, close: () => database.close() };
}

function newVault(name: string): string {
  const directory = join(folder, name);
  cpSync(template, directory, { recursive: true });
  return directory;
}

function start(directory: string, prefix: string, { pause = 0 } = {}): KilledWriter {
  return startWriter<WriterTask>(script, {
    directory,
    dataKey: Buffer.from(dataKey).toString('base64'),
    prefix,
    pause,
  });
}

const filesOf = (directory: string) => readdirSync(directory).filter((name) => name.startsWith('vault'));
const atMost = (most: number) => Math.floor(Math.random() * (most + 1));
/** About two writes. */
const momentWithin = 12;

/** Where kills hit; without any in the midst of a write the test would show nothing. */
const hits = { kills: 0, leftovers: 0, unacknowledged: 0 };

/** Opens what the killed left behind as a next start would, and writes to it. */
function expectWhole(directory: string, acknowledged: readonly string[]): void {
  if (filesOf(directory).some((name) => name.endsWith('.tmp'))) hits.leftovers += 1;
  const { vault, close } = open(directory);
  try {
    vault.unlockWithDataKey(dataKey);
    const names = vault.names();
    expect(names).toEqual(expect.arrayContaining([...acknowledged]));
    for (const name of names) expect(vault.read(name)).toEqual({ value: name });
    if (names.length > acknowledged.length) hits.unacknowledged += 1;
    // Removed, so that what is not acknowledged does not add up.
    vault.update((entries) => {
      for (const name of names) if (!acknowledged.includes(name)) entries.remove(name);
    });
  } finally {
    close();
  }
  expect(filesOf(directory)).toEqual(['vault.hufu', 'vault.hufu.previous']);
  const previous = join(directory, 'vault.hufu.previous');
  expect(readVaultText(readFileSync(previous), previous).document.format).toBe(1);
}

describe('a process that is killed while it writes to the vault', () => {
  const lanes = 4;
  const killsPerLane = 105;
  const killsPerVault = 21;
  const pairsPerLane = 25;

  async function lane(name: string): Promise<void> {
    for (let done = 0; done < killsPerLane; done += killsPerVault) {
      const directory = newVault(`${name}-${done}`);
      const acknowledged: string[] = [];
      for (let kill = 0; kill < killsPerVault; kill += 1) {
        const writer = start(directory, `${kill}:`);
        await writer.more(atMost(6));
        await writer.killWithin(momentWithin);
        hits.kills += 1;
        acknowledged.push(...writer.acknowledged);
        expectWhole(directory, acknowledged);
      }
    }
  }

  it('leaves a whole vault with all that it acknowledged', async () => {
    await Promise.all(Array.from({ length: lanes }, (_, index) => lane(`lane-${index}`)));
    expect(hits.kills).toBe(lanes * killsPerLane);
  });

  /** The first is killed, the other must be able to go on, and is killed too. */
  async function sharedLane(name: string): Promise<void> {
    const directory = newVault(name);
    const acknowledged: string[] = [];
    for (let pair = 0; pair < pairsPerLane; pair += 1) {
      const [first, other] = ['first', 'other'].map((each) => start(directory, `${pair} ${each}:`, { pause: 20 }));
      if (!first || !other) return;
      await Promise.all([first.more(1 + atMost(2)), other.more(1)]);
      await first.killWithin(momentWithin);
      await other.more(1 + atMost(2));
      await other.killWithin(momentWithin);
      hits.kills += 2;
      acknowledged.push(...first.acknowledged, ...other.acknowledged);
      expectWhole(directory, acknowledged);
    }
  }

  it('and does not lock out, or lose anything of, another one on the same vault', async () => {
    await Promise.all(['shared-0', 'shared-1'].map(sharedLane));
    expect(hits.kills).toBe(lanes * killsPerLane + 4 * pairsPerLane);
  });

  it('was killed often enough, and in the midst of it', () => {
    expect(hits.kills).toBeGreaterThanOrEqual(500);
    expect(hits.leftovers).toBeGreaterThan(0);
    expect(hits.unacknowledged).toBeGreaterThan(0);
  });
});
