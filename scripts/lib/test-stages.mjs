import { readFileSync, rmSync } from 'node:fs';
import { buildProject } from './build-project.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { inProject } from './project.mjs';
import { provideChromium } from './provide-chromium.mjs';
import { runNpm } from './run-npm.mjs';

/**
 * @typedef {object} StageResult
 * @property {boolean} isPassed
 * @property {number} passed Tests that passed; none for a stage without tests.
 * @property {number} failed Tests that failed.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<StageResult>} run
 */

/**
 * What `npm test` does, in order: first what the rest needs, then what fails quickly.
 *
 * @type {readonly Stage[]}
 */
export const testStages = [
  { name: 'install', run: () => prepare(installDependencies) },
  { name: 'chromium', run: () => prepare(nameChromium) },
  { name: 'build', run: () => prepare(buildProject) },
  { name: 'format', run: () => check('format:check') },
  { name: 'lint', run: () => check('lint') },
  { name: 'types', run: () => check('types') },
  { name: 'unit', run: () => test('unit') },
  { name: 'vectors', run: () => test('vectors') },
  { name: 'crash', run: () => test('crash') },
  { name: 'e2e', run: () => test('e2e') },
];

/** @param {() => Promise<void>} work */
async function prepare(work) {
  await work();
  return { isPassed: true, passed: 0, failed: 0 };
}

/** Every test that opens a page takes the same browser. */
async function nameChromium() {
  process.env['HUFU_CHROMIUM'] = await provideChromium();
}

/** @param {string} script */
async function check(script) {
  return { isPassed: (await runNpm(['run', '--silent', script])) === 0, passed: 0, failed: 0 };
}

/** @param {string} project A project of vitest.config.ts. */
async function test(project) {
  const report = `.cache/test/${project}.json`;
  // A run that dies must not be counted by the report of the one before.
  rmSync(inProject(report), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNpm(['run', '--silent', `test:${project}`, '--', ...reporters]);
  return { isPassed: code === 0, ...readCounts(inProject(report)) };
}

/**
 * @param {string} file A report of vitest.
 * @returns {{ passed: number, failed: number }}
 */
function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
