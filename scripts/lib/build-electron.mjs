import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';

/** CommonJS: a sandboxed preload can be nothing else, and main has to act before Electron is ready. */
export async function buildElectron() {
  await build({
    ...bundleOptions,
    entryPoints: [
      { in: 'electron/main.ts', out: 'main' },
      { in: 'electron/preload.ts', out: 'preload' },
      { in: 'host/history/history-thread.ts', out: 'history-thread' },
    ],
    outdir: 'dist/electron',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
}
