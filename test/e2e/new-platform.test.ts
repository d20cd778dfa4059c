import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A copy of the sources: what is generated must not be seen by tests that run beside this one. */
const project = fileURLToPath(new URL('../..', import.meta.url));
const copied = [
  'shared',
  'host',
  'scripts',
  'package.json',
  'vitest.config.ts',
  'tsconfig.base.json',
  '.prettierrc.json',
];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'hufu-new-platform-'));
  for (const name of copied.filter((one) => readdirSync(project).includes(one))) {
    cpSync(join(project, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('makes a folder that passes the test over all platforms once its data is filled in, and touches no other file', () => {
  const before = sources();
  execFileSync(process.execPath, ['scripts/new-platform.mjs', 'xx9999', '--title', '示例平台'], { cwd: copy });
  const folder = join('shared', 'providers', 'xx9999');

  // A clause and a reason for the one convention it has is what the generator cannot know.
  expect(testProviders().status).not.toBe(0);
  const place = join(copy, folder, 'conventions.ts');
  const text = readFileSync(place, 'utf8')
    .replace("clause: ''", "clause: '5.2'")
    .replace("zh: ''", "zh: '标准没有说明次序。'")
    .replace("en: ''", "en: 'The standard names no order.'");
  writeFileSync(place, text);
  const { status, output } = testProviders();
  expect(output).toContain('xx9999');
  expect(output).toMatch(/answers query/);
  expect(status, output).toBe(0);

  const after = sources();
  const touched = [...after].filter(([path, content]) => before.get(path) !== content).map(([path]) => path);
  expect(touched.filter((path) => !path.startsWith(folder))).toEqual([]);
});

it('makes a folder of what somebody wrote in a workspace', () => {
  const file = join(copy, 'mine.yaml');
  writeFileSync(file, 'format: 1\ntitle: 纠正后的平台\nbasedOn: db32t3761\n');
  execFileSync(process.execPath, ['scripts/new-platform.mjs', 'xx8888', '--from', file], { cwd: copy });
  expect(readFileSync(join(copy, 'shared', 'providers', 'xx8888', 'profile.ts'), 'utf8')).toContain('纠正后的平台');
});

function testProviders() {
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    vitest,
    'run',
    '--project',
    'unit',
    '--reporter',
    'verbose',
    'shared/providers/providers.test.ts',
    'xx9999',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

/** Text by path of every source file of the copy. */
function sources(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name === 'node_modules' || name === '.cache') continue;
      if (statSync(path).isDirectory()) walk(path);
      else found.set(relative(copy, path), readFileSync(path, 'utf8'));
    }
  };
  walk(copy);
  return found;
}
