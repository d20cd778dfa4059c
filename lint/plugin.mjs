import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkDependencies } from './check-dependencies.mjs';
import { checkImport } from './check-import.mjs';

/**
 * @typedef {Parameters<import('oxlint/plugins-dev').RuleTester['run']>[1]} Rule
 * @typedef {Parameters<Parameters<Rule['create'] & {}>[0]['report']>[0]['node'] & { type: string }} Source
 * @typedef {{ importKind?: unknown, exportKind?: unknown, specifiers?: readonly object[] }} Declaration
 */

/** @type {Rule} */
const importsPointInward = {
  create(context) {
    const file = projectPath(context.cwd, context.filename);

    /** @type {(source: Source | null | undefined, typeOnly: boolean) => void} */
    function check(source, typeOnly) {
      if (source?.type !== 'Literal' || !('value' in source) || typeof source.value !== 'string') return;
      const message = checkImport({ file, specifier: source.value, typeOnly });
      if (message !== undefined) context.report({ node: source, message });
    }

    return {
      ImportDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source, true),
      CallExpression({ callee, arguments: [first] }) {
        const isRequire = callee.type === 'Identifier' && callee.name === 'require';
        if (isRequire && first?.type !== 'SpreadElement') check(first, false);
      },
    };
  },
};

/** @type {Rule} */
const everyDependencyHasALayer = {
  create(context) {
    // Said once, at the table that is to be changed.
    if (projectPath(context.cwd, context.filename) !== 'lint/layers.mjs') return {};
    return {
      Program(node) {
        const manifest = JSON.parse(readFileSync(join(context.cwd, 'package.json'), 'utf8'));
        const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
        for (const message of checkDependencies(names)) context.report({ node, message });
      },
    };
  },
};

/** @type {(directory: string, file: string) => string} */
function projectPath(directory, file) {
  return relative(directory, file).split(sep).join('/');
}

/** @param {Declaration} declaration */
function isTypeOnly({ importKind, exportKind, specifiers = [] }) {
  if (importKind === 'type' || exportKind === 'type') return true;
  return (
    specifiers.length > 0 &&
    specifiers.every(
      (each) =>
        ('importKind' in each && each.importKind === 'type') || ('exportKind' in each && each.exportKind === 'type'),
    )
  );
}

/** @type {{ meta: { name: string }, rules: Readonly<Record<string, object>> }} */
const plugin = {
  meta: { name: 'hufu' },
  rules: {
    'imports-point-inward': importsPointInward,
    'every-dependency-has-a-layer': everyDependencyHasALayer,
  },
};

export default plugin;
