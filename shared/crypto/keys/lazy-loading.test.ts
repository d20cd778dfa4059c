import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The files that are loaded with an entry, leaving out what it imports only when needed. */
async function loadedWith(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [`${import.meta.dirname}/${entry}`],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/unwritten',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const outputs = Object.entries(metafile.outputs);
  const [first] = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(entry)) ?? [];
  const chunks = new Set<string>(first === undefined ? [] : [first]);
  for (const chunk of chunks) {
    for (const { path, kind } of metafile.outputs[chunk]?.imports ?? [])
      if (kind === 'import-statement') chunks.add(path);
  }
  return [...chunks].flatMap((chunk) => Object.keys(metafile.outputs[chunk]?.inputs ?? {}));
}

it.each(['read-private-key.ts', 'read-public-key.ts', 'read-plain-private-key.ts', 'read-plain-public-key.ts'])(
  '%s starts without PKCS#12, X.509 and what opens passwords',
  async (entry) => {
    const files = await loadedWith(entry);
    expect(files.some((file) => file.endsWith(entry))).toBe(true);
    expect(files.filter((file) => /pkcs12|certificate|encrypted-private|password-based|@noble/.test(file))).toEqual([]);
  },
);

it('sees what is imported at once', async () => {
  const files = await loadedWith('read-pkcs12.ts');
  expect(files.some((file) => file.includes('read-certificate.ts'))).toBe(true);
  expect(files.some((file) => file.includes('@noble/hashes'))).toBe(true);
});
