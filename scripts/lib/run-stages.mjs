import { report } from './report.mjs';

/**
 * Runs stages until the first that fails, and says what came of each.
 *
 * @param {readonly import('./test-stages.mjs').Stage[]} stages
 * @param {(line: string) => void} print
 * @returns {Promise<boolean>} Whether all passed.
 */
export async function runStages(stages, print) {
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const { name, run } of stages) {
    print(`\n── ${name}`);
    const start = performance.now();
    const { isPassed, passed, failed } = await run().catch(failedStage);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    total.passed += passed;
    // A stage that failed without a failed test still is a failure.
    total.failed += isPassed ? failed : Math.max(failed, 1);
    lines.push(`${isPassed ? '✓' : '✗'} ${name.padEnd(8)} ${seconds.padStart(6)} s`);
    if (!isPassed) break;
  }
  print(`\n${lines.join('\n')}\n`);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

/** @param {unknown} error */
function failedStage(error) {
  report(error);
  return { isPassed: false, passed: 0, failed: 0 };
}
