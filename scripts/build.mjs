import { parseArgs } from 'node:util';
import { buildProject } from './lib/build-project.mjs';
import { report } from './lib/report.mjs';

try {
  const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });
  await buildProject({ force: values.force });
} catch (error) {
  process.exitCode = report(error);
}
