import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { bundleOptions } from './lib/bundle-options.mjs';
import { inProject } from './lib/project.mjs';

// Bundled like the product, so that what is measured is what runs.
const outfile = inProject('.cache', 'bench', 'main.mjs');
await build({
  ...bundleOptions,
  entryPoints: ['bench/main.ts'],
  outfile,
  format: 'esm',
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
});
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
