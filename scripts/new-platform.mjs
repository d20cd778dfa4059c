import { mkdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { bundleOptions } from './lib/bundle-options.mjs';
import { platformFolder } from './lib/platform-folder.mjs';
import { inProject } from './lib/project.mjs';
import { Refusal } from './lib/refusal.mjs';
import { report } from './lib/report.mjs';

const usage = `npm run new-platform -- <ID> [--title <TEXT>] [--from <FILE.yaml>]

Writes shared/providers/<ID>/: profile, simulator, sample, collection, test and README of a new built-in platform.
--from takes over a platform that somebody wrote in a workspace (providers/<name>.yaml).`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { title: { type: 'string' }, from: { type: 'string' } },
  });
  const [id = ''] = positionals;
  if (!/^[a-z][a-z\d]*$/.test(id)) throw new Refusal({ exitCode: 2, zh: '标识应为小写字母和数字。', en: usage });
  const folder = inProject('shared', 'providers', id);
  if (existsSync(folder))
    throw new Refusal({ zh: `${folder} 已存在，没有改动。`, en: `${folder} is there already and was left as it is.` });
  const profile = await profileOf({ id, title: values.title ?? id, from: values.from });
  const options = await resolveConfig(inProject('package.json'));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(platformFolder(profile))) {
    const filepath = join(folder, name);
    writeFileSync(filepath, await format(text, { ...options, filepath }));
  }
  console.log(`${folder}\nFill in what is empty, then run: npx vitest run --project unit shared/providers`);
} catch (error) {
  process.exitCode = report(error);
}

/**
 * The project's own code knows what a platform is; it is TypeScript and bundled first.
 *
 * @param {{ id: string, title: string, from: string | undefined }} wanted
 */
async function profileOf(wanted) {
  const outfile = inProject('.cache', 'new-platform.mjs');
  await build({
    ...bundleOptions,
    stdin: {
      contents: `export { platformToGenerate } from './host/platforms/platform-to-generate.ts';`,
      resolveDir: inProject(),
      loader: 'ts',
    },
    outfile,
    format: 'esm',
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
    },
  });
  const { platformToGenerate } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
  return platformToGenerate(wanted);
}
