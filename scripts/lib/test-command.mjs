import { runStages } from './run-stages.mjs';
import { testStages } from './test-stages.mjs';

/** `npm test`: everything there is to check, from a fresh clone on. */
export async function testCommand() {
  const isPassed = await runStages(testStages, (line) => void process.stdout.write(`${line}\n`));
  process.exitCode = isPassed ? 0 : 1;
}
