import { runProgram } from './run-program.mjs';

/**
 * Runs npm in the project's folder. The arguments are ours alone, without spaces: on Windows a shell reads them.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} Its exit code.
 */
export function runNpm(args, options = {}) {
  // Started by npm, its own script is named; that spares the shell which `npm.cmd` needs on Windows.
  const npmScript = process.env['npm_execpath'];
  if (npmScript?.endsWith('npm-cli.js')) return runProgram(process.execPath, [npmScript, ...args], options);
  if (process.platform === 'win32') return runProgram('npm.cmd', args, { ...options, shell: true });
  return runProgram('npm', args, options);
}
