import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';
import { inProject } from './project.mjs';

/** The command `hufu`, the workbench that `npm start` runs the process for the keyring and the threads of the history, from the same chunks. */
export async function buildNode() {
  // Chunks are named by content: old ones would stay for ever.
  for (const folder of ['cli', 'host', 'chunks']) rmSync(inProject('dist', folder), { recursive: true, force: true });
  await build({
    ...bundleOptions,
    entryPoints: [
      { in: 'cli/main.ts', out: 'cli/hufu' },
      { in: 'host/start/start-workbench.ts', out: 'host/start-workbench' },
      { in: 'host/vault/keyring-process.ts', out: 'host/keyring-process' },
      { in: 'host/history/history-thread.ts', out: 'host/history-thread' },
    ],
    outdir: 'dist',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // Packages that are still CommonJS require Node's modules, which an ES module has no `require` for.
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
    },
  });
  const command = inProject('dist', 'cli', 'hufu.mjs');
  const code = readFileSync(command, 'utf8');
  if (!code.startsWith('#!')) writeFileSync(command, `#!/usr/bin/env node\n${code}`);
  chmodSync(command, 0o755);
}
