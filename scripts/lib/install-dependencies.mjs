import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { runNpm } from './run-npm.mjs';
import { say } from './say.mjs';

/** Installs exactly what the lock file names, when that has not been done since the lock file changed. */
export async function installDependencies() {
  if (!needsInstall(projectDirectory)) return;
  say('正在安装依赖（npm ci）……', 'Installing dependencies (npm ci)…');
  // Standard output belongs to the result of the command that needed the installation.
  const code = await runNpm(['ci', '--no-audit', '--no-fund'], { stdio: ['inherit', 2, 'inherit'] });
  if (code !== 0) {
    throw new Refusal({
      zh: `安装依赖失败：npm ci 以 ${code} 退出，原因见上。`,
      en: `The dependencies could not be installed: npm ci ended with ${code}, the reason is above.`,
    });
  }
}

/**
 * npm writes `node_modules/.package-lock.json` last, so an interrupted installation counts as none.
 *
 * @param {string} directory
 */
export function needsInstall(directory) {
  const installed = statSync(join(directory, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed === undefined || installed.mtimeMs < statSync(join(directory, 'package-lock.json')).mtimeMs;
}
