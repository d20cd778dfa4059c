import { posix } from 'node:path';
import { layers, packages, packagesForTypes } from './layers.mjs';

/**
 * @typedef {object} Import
 * @property {string} file The importing file, relative to the project, with forward slashes.
 * @property {string} specifier What it imports, as written.
 * @property {boolean} typeOnly Whether nothing of it is left at run time.
 */

/**
 * Whether an import points inward and its package is assigned to the importing layer.
 *
 * @param {Import} imported
 * @returns {string | undefined} What is wrong and how to put it right.
 */
export function checkImport({ file, specifier, typeOnly }) {
  const layerName = layerOf(file);
  const layer = layerName === undefined ? undefined : layers[layerName];
  if (layerName === undefined || layer === undefined) {
    return `${file} is in no layer: add its folder to \`layers\` in lint/layers.mjs, with what it may import.`;
  }
  const importer = { file, layerName, layer, isTest: /\.test\.tsx?$/.test(file) };
  if (specifier.startsWith('node:')) return checkBuiltin(importer, specifier);
  if (specifier.startsWith('.')) return checkFile(importer, specifier, typeOnly);
  return checkPackage(importer, specifier, typeOnly);
}

/**
 * @typedef {object} Importer
 * @property {string} file
 * @property {string} layerName
 * @property {import('./layers.mjs').Layer} layer
 * @property {boolean} isTest Whether it is a unit test beside its source.
 */

/** @type {(importer: Importer, specifier: string) => string | undefined} */
function checkBuiltin({ file, layerName, layer, isTest }, specifier) {
  // Tests beside the source run in Node, whatever the layer runs in.
  if (layer.builtins || isTest) return undefined;
  return `${file} imports ${specifier}, but "${layerName}" does not run in Node alone: take what it needs as an argument, or do the work in host/.`;
}

/** @type {(importer: Importer, specifier: string, typeOnly: boolean) => string | undefined} */
function checkFile({ file, layerName, layer }, specifier, typeOnly) {
  const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const targetLayer = layerOf(target);
  if (targetLayer === layerName || (targetLayer !== undefined && layer.imports.includes(targetLayer))) return undefined;
  if (layer.importsTypesOf.includes(target)) {
    if (typeOnly) return undefined;
    return `${file} imports ${target} for its values, but "${layerName}" may have its types only: write \`import type\`.`;
  }
  const allowed = [layerName, ...layer.imports, ...layer.importsTypesOf.map((path) => `${path} as types`)].join(', ');
  return `${file} is in "${layerName}" and imports ${target} of "${targetLayer ?? 'no layer'}", but it may import from ${allowed} only: move what both need inward (to shared/ in the end), or pass it in.`;
}

/** @type {(importer: Importer, specifier: string, typeOnly: boolean) => string | undefined} */
function checkPackage({ file, layerName, isTest }, specifier, typeOnly) {
  const name = packageName(specifier);
  const assigned = Object.hasOwn(packages, name) ? packages[name] : undefined;
  if (assigned === undefined) {
    return `${file} imports the package ${name}, which is assigned to no layer: add it to \`packages\` in lint/layers.mjs, or do without it.`;
  }
  const places = [...assigned, ...(typeOnly ? (packagesForTypes[name] ?? []) : [])];
  const isAllowed = places.includes(layerName) || places.includes(file) || (isTest && places.includes('unit-tests'));
  if (isAllowed) return undefined;
  return `${file} is in "${layerName}" and imports the package ${name}, which belongs to ${assigned.join(', ')}: import it there and hand on what is needed, or assign it in lint/layers.mjs.`;
}

/**
 * The layer of a file, by the longest matching folder; `undefined` for a folder nobody has assigned.
 *
 * @param {string} file
 */
function layerOf(file) {
  return Object.entries(layers)
    .flatMap(([name, { folders }]) => folders.map((folder) => ({ name, folder })))
    .filter(({ folder }) => file.startsWith(folder))
    .toSorted((first, second) => second.folder.length - first.folder.length)[0]?.name;
}

/** @param {string} specifier */
function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
