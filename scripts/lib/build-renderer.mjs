import { build } from 'vite';
import { compressFiles } from './compress-files.mjs';
import { inProject } from './project.mjs';

/** The user interface, with compressed copies that the server prefers. */
export async function buildRenderer() {
  const outDir = inProject('dist', 'renderer');
  await build({
    configFile: inProject('renderer', 'vite.config.ts'),
    root: inProject('renderer'),
    build: { outDir, emptyOutDir: true },
    logLevel: 'warn',
  });
  await compressFiles(outDir);
}
