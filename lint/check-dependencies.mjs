import { packages } from './layers.mjs';

/**
 * Compares the dependencies of `package.json` with the table of `layers.mjs`, in both directions.
 *
 * @param {readonly string[]} dependencies Names of all packages that `package.json` lists.
 * @param {Readonly<Record<string, readonly string[]>>} [table]
 * @returns {readonly string[]} One sentence per difference.
 */
export function checkDependencies(dependencies, table = packages) {
  const unassigned = dependencies
    .filter((name) => !Object.hasOwn(table, name))
    .map((name) => `package.json lists ${name}, which is assigned to no layer: add it to \`packages\`, or remove it.`);
  const missing = Object.keys(table)
    .filter((name) => !dependencies.includes(name))
    .map((name) => `\`packages\` assigns ${name}, which package.json does not list: install it, or remove the line.`);
  return [...unassigned, ...missing];
}
