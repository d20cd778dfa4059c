import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of `package.json`. */
export const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));

/** @param {...string} segments */
export function inProject(...segments) {
  return join(projectDirectory, ...segments);
}
