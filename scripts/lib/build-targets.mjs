/**
 * What `npm run build` makes. The builders are loaded only when something is stale, so that a start with nothing to
 * build never loads a compiler.
 *
 * @typedef {import('./stamp.mjs').Target & { build: () => Promise<void> }} BuildTarget
 */

const everyTarget = ['package.json', 'package-lock.json', 'scripts/lib'];

/** @type {readonly BuildTarget[]} */
export const buildTargets = [
  {
    name: 'node',
    inputs: ['shared', 'host', 'cli', ...everyTarget],
    outputs: ['dist/cli/hufu.mjs', 'dist/host/start-workbench.mjs'],
    build: async () => (await import('./build-node.mjs')).buildNode(),
  },
  {
    name: 'electron',
    inputs: ['shared', 'host', 'electron', ...everyTarget],
    outputs: ['dist/electron/main.cjs', 'dist/electron/preload.cjs'],
    build: async () => (await import('./build-electron.mjs')).buildElectron(),
  },
  {
    name: 'renderer',
    inputs: ['shared', 'renderer', ...everyTarget],
    outputs: ['dist/renderer/index.html'],
    build: async () => (await import('./build-renderer.mjs')).buildRenderer(),
  },
];
