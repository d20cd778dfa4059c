import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildProject } from './lib/build-project.mjs';
import { bundleOptions } from './lib/bundle-options.mjs';
import { inProject } from './lib/project.mjs';

// Bundled like the product, so that what is measured is what runs.
await buildProject();
const outdir = inProject('.cache', 'bench');
await build({
  ...bundleOptions,
  entryPoints: [
    { in: 'bench/main.ts', out: 'main' },
    { in: 'host/history/history-thread.ts', out: 'history-thread' },
  ],
  external: [...bundleOptions.external, 'playwright-core'],
  outdir,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
});
process.exitCode =
  spawnSync(process.execPath, [join(outdir, 'main.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
