import { globImports } from './glob-imports.mjs';
import { projectDirectory } from './project.mjs';

/**
 * What all bundles for Node and Electron have in common. SQLite and the keyring stay outside: they bring a native
 * binary for each platform.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const bundleOptions = {
  absWorkingDir: projectDirectory,
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['@napi-rs/keyring', '@photostructure/sqlite', 'electron'],
  sourcemap: 'linked',
  plugins: [globImports],
  logLevel: 'warning',
  charset: 'utf8',
};
