import { benchOutwardPipeline } from './outward-pipeline.ts';
import type { Row } from './compare-medians.ts';
import { benchCrypto } from './crypto.ts';
import { benchVault } from './vault.ts';

const rows: readonly Row[] = [...benchCrypto(), ...benchOutwardPipeline(), ...(await benchVault())];

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
