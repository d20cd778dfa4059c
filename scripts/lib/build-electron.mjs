import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';

/** CommonJS: a sandboxed preload can be nothing else, and main has to act before Electron is ready. */
export async function buildElectron() {
  await build({
    ...bundleOptions,
    entryPoints: ['electron/main.ts', 'electron/preload.ts'],
    outdir: 'dist/electron',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
}
