import { benchOutwardPipeline } from './outward-pipeline.ts';
import type { Row } from './compare-medians.ts';
import { benchBodyFiles } from './body-files.ts';
import { benchCrypto } from './crypto.ts';
import { benchHistory } from './history.ts';
import { benchVault } from './vault.ts';
import { benchWorkspace } from './workspace.ts';

const benches: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  crypto: benchCrypto,
  pipeline: benchOutwardPipeline,
  vault: benchVault,
  workspace: benchWorkspace,
  history: benchHistory,
  files: benchBodyFiles,
};

/** All, or those that the command names. */
const named = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (named.length === 0 || named.includes(name)) rows.push(...(await bench()));
}

console.table(
  rows.map(({ name, medianMilliseconds, peer, peerMedianMilliseconds, ratio, goal, passed }) => ({
    name,
    'ours, ms': medianMilliseconds.toFixed(3),
    peer,
    'peer, ms': peerMedianMilliseconds.toFixed(3),
    ratio: ratio.toFixed(2),
    goal,
    passed,
  })),
);
if (rows.some(({ passed }) => !passed)) process.exitCode = 1;
