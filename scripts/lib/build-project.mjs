import { buildTargets } from './build-targets.mjs';
import { projectDirectory } from './project.mjs';
import { say } from './say.mjs';
import { isStale, stampOf, writeStamp } from './stamp.mjs';

/**
 * Builds the targets whose inputs changed since they were built.
 *
 * @param {object} [options]
 * @param {boolean} [options.force] Builds all of them.
 * @param {readonly string[]} [options.only] Names of the targets to look at.
 */
export async function buildProject({ force = false, only } = {}) {
  for (const target of buildTargets.filter(({ name }) => only?.includes(name) ?? true)) {
    const stamp = stampOf(projectDirectory, target);
    if (!force && !isStale(projectDirectory, target, stamp)) continue;
    say(`正在构建 ${target.name}……`, `Building ${target.name}…`);
    await target.build();
    writeStamp(projectDirectory, target, stamp);
  }
}
