import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} inputs Files and folders it is built from, relative to the project.
 * @property {readonly string[]} outputs Files that exist once it is built, relative to the project.
 */

/**
 * What the inputs of a target look like now: changes with every file that is added, removed, written or replaced by an
 * older one. Reads no content, so that it costs milliseconds at every start.
 *
 * @param {string} directory
 * @param {Target} target
 */
export function stampOf(directory, { inputs }) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(join(directory, input))).toSorted()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(directory, file).split(sep).join('/')}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** @type {(directory: string, target: Target, stamp: string) => boolean} */
export function isStale(directory, target, stamp) {
  const file = stampFile(directory, target);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== stamp) return true;
  return target.outputs.some((output) => !existsSync(join(directory, output)));
}

/**
 * Written after a build with the stamp taken before it: what changed meanwhile is built next time.
 *
 * @type {(directory: string, target: Target, stamp: string) => void}
 */
export function writeStamp(directory, target, stamp) {
  const file = stampFile(directory, target);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

/** @type {(directory: string, target: Target) => string} */
function stampFile(directory, { name }) {
  return join(directory, 'dist', '.stamps', name);
}

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesOf(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (status.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$|^tsconfig.*\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
