import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The Electron binary, if it has been downloaded. Looked for as a file: to require the package without its binary starts
 * a download.
 *
 * @param {string} directory The project's folder.
 * @returns {string | undefined}
 */
export function findElectron(directory) {
  const folder = join(directory, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
