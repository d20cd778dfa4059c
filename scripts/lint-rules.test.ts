import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDependencies } from '../lint/check-dependencies.mjs';
import { checkImport } from '../lint/check-import.mjs';

const sentence = (file: string, specifier: string, typeOnly = false) => checkImport({ file, specifier, typeOnly });

describe('imports point inward', () => {
  it.each([
    ['shared/pipeline/run-steps.ts', '../crypto/engine.ts'],
    ['host/create-host.ts', '../shared/hufu-error.ts'],
    ['host/create-host.ts', 'node:crypto'],
    ['cli/main.ts', '../host/create-host.ts'],
    ['electron/main.ts', '../host/create-host.ts'],
    ['renderer/app/frame.tsx', '../../shared/model/call.ts'],
    ['renderer/app/editor.ts', './json.worker.ts?worker'],
    ['test/e2e/first-call.test.ts', '../../cli/main.ts'],
    ['test/e2e/first-call.test.ts', '../../scripts/lib/find-chromium.mjs'],
    ['bench/outward.ts', '../shared/pipeline/run-steps.ts'],
    ['shared/json/json.test.ts', 'node:fs'],
  ])('%s may import %s', (file, specifier) => expect(sentence(file, specifier)).toBeUndefined());

  it.each([
    ['shared/pipeline/run-steps.ts', '../../host/host.ts', 'may import from shared only'],
    ['shared/pipeline/run-steps.ts', 'node:crypto', 'does not run in Node alone'],
    ['host/create-host.ts', '../electron/window.ts', 'may import from host, shared only'],
    ['host/create-host.ts', '../cli/main.ts', 'may import from host, shared only'],
    ['host/x.test.ts', '../cli/main.ts', 'may import from host, shared only'],
    ['cli/main.ts', '../electron/window.ts', 'may import from cli, host, shared only'],
    ['electron/main.ts', '../renderer/app/frame.tsx', 'may import from electron, host, shared only'],
    ['renderer/app/frame.tsx', '../../host/host.ts', 'renderer, shared, host/api.ts as types only'],
    ['renderer/app/frame.tsx', 'node:fs', 'does not run in Node alone'],
    ['host/create-host.ts', '../../elsewhere/x.ts', 'no layer'],
    ['plugins/new.ts', './other.ts', 'plugins/new.ts is in no layer'],
  ])('%s may not import %s', (file, specifier, expected) => expect(sentence(file, specifier)).toContain(expected));

  it('lets the renderer have the types of the procedures and nothing else of them', () => {
    expect(sentence('renderer/app/client.ts', '../../host/api.ts', true)).toBeUndefined();
    expect(sentence('renderer/app/client.ts', '../../host/api.ts', false)).toContain('write `import type`');
    expect(sentence('renderer/app/client.ts', '../../host/create-host.ts', true)).toContain(
      'host/api.ts as types only',
    );
  });

  it('does not take the build configuration of the renderer for a part of it', () => {
    expect(sentence('renderer/vite.config.ts', 'node:path')).toBeUndefined();
    expect(sentence('renderer/vite.config.ts', 'vite')).toBeUndefined();
    expect(sentence('renderer/app/frame.tsx', 'vite')).toContain('belongs to tools');
  });
});

describe('packages belong to layers', () => {
  it.each([
    ['shared/model/call.ts', 'zod'],
    ['shared/crypto/sm2/curve.ts', '@noble/curves/abstract/weierstrass.js'],
    ['shared/crypto/second-opinion.ts', 'sm-crypto'],
    ['host/server/browser-server.ts', '@trpc/server/adapters/node-http'],
    ['host/server/browser-server.test.ts', 'vitest'],
  ])('%s may import %s', (file, specifier) => expect(sentence(file, specifier)).toBeUndefined());

  it.each([
    ['shared/crypto/sm2/curve.ts', 'sm-crypto', 'belongs to shared/crypto/second-opinion.ts, bench'],
    ['shared/model/call.ts', '@trpc/server/rpc', 'the package @trpc/server, which belongs to host'],
    ['host/create-host.ts', 'electron', 'belongs to electron'],
    ['host/create-host.ts', 'vitest', 'belongs to test, tools, unit-tests'],
    ['host/create-host.ts', 'left-pad', 'the package left-pad, which is assigned to no layer'],
    ['host/create-host.ts', 'fs', 'the package fs, which is assigned to no layer'],
    ['host/create-host.ts', 'constructor', 'the package constructor, which is assigned to no layer'],
  ])('%s may not import %s', (file, specifier, expected) => expect(sentence(file, specifier)).toContain(expected));

  it('lets a layer have the types of a package without its values', () => {
    expect(sentence('renderer/app/client.ts', '@trpc/server', true)).toBeUndefined();
    expect(sentence('renderer/app/client.ts', '@trpc/server', false)).toContain('belongs to host');
  });
});

describe('every dependency has a layer', () => {
  it('finds what is listed and not assigned, and what is assigned and not listed', () => {
    expect(checkDependencies(['zod', 'yaml'], { zod: ['shared'], yaml: ['host'] })).toEqual([]);
    expect(checkDependencies(['zod', 'left-pad'], { zod: ['shared'], yaml: ['host'] })).toEqual([
      'package.json lists left-pad, which is assigned to no layer: add it to `packages`, or remove it.',
      '`packages` assigns yaml, which package.json does not list: install it, or remove the line.',
    ]);
  });
});

describe('the rules in oxlint', () => {
  it('read every form of import, and the dependencies at the table', () => {
    const found = lintProject({
      'package.json': '{ "dependencies": { "left-pad": "1.0.0" } }',
      'lint/layers.mjs': 'export const layers = {};',
      'renderer/type.ts': "import type { Api } from '../host/api.ts';",
      'renderer/types.ts': "import { type Api, type ApiContext } from '../host/api.ts';",
      'renderer/export-type.ts': "export type { Api } from '../host/api.ts';",
      'renderer/export-types.ts': "export { type Api } from '../host/api.ts';",
      'renderer/inline-type.ts': "type Client = import('../host/api.ts').Api;",
      'renderer/method.ts': "other.require('../host/api.ts');",
      'renderer/unknown.ts': 'await import(address);',
      'renderer/value.ts': "import { api } from '../host/api.ts';",
      'renderer/effect.ts': "import '../host/api.ts';",
      'renderer/mixed.ts': "import { type Api, api } from '../host/api.ts';",
      'renderer/export.ts': "export { api } from '../host/api.ts';",
      'renderer/export-all.ts': "export * from '../host/api.ts';",
      'renderer/dynamic.ts': "await import('../host/api.ts');",
      'renderer/required.ts': "require('../host/api.ts');",
    });
    expect(found['lint/layers.mjs']).toContain('package.json lists left-pad, which is assigned to no layer');
    const refused = Object.keys(found).filter((file) => found[file]?.includes('write `import type`'));
    expect(refused.toSorted()).toEqual([
      'renderer/dynamic.ts',
      'renderer/effect.ts',
      'renderer/export-all.ts',
      'renderer/export.ts',
      'renderer/mixed.ts',
      'renderer/required.ts',
      'renderer/value.ts',
    ]);
    expect(Object.keys(found)).toHaveLength(refused.length + 1);
  });
});

/** What oxlint says, by file, about a project of the given files with our rules alone switched on. */
function lintProject(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-lint-'));
  try {
    const configuration = {
      plugins: [],
      jsPlugins: [fileURLToPath(new URL('../lint/plugin.mjs', import.meta.url))],
      categories: { correctness: 'off' },
      rules: { 'hufu/imports-point-inward': 'error', 'hufu/every-dependency-has-a-layer': 'error' },
    };
    for (const [path, text] of Object.entries({ ...files, '.oxlintrc.json': JSON.stringify(configuration) })) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'json'], { cwd: directory, encoding: 'utf8' });
    const report: unknown = JSON.parse(stdout);
    const { diagnostics } = report as { diagnostics: readonly { filename: string; message: string }[] };
    const found: Record<string, string> = {};
    for (const { filename, message } of diagnostics) {
      const file = filename.replaceAll('\\', '/');
      found[file] = `${found[file] ?? ''}${message}\n`;
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
