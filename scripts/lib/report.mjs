import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';

/**
 * Says what went wrong: a sentence in both languages for what a person can put right, the whole error for a defect.
 *
 * @param {unknown} error
 * @returns {number} The exit code.
 */
export function report(error) {
  if (error instanceof Refusal) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (isHostError(error)) say(error.detail.text.zh, error.detail.text.en);
  else console.error(error);
  return 1;
}

/**
 * A `HufuError` of the host. Its class lies in a bundle of its own, so its form is what counts.
 *
 * @param {unknown} error
 * @returns {error is import('../../shared/hufu-error.ts').HufuError}
 */
function isHostError(error) {
  return error instanceof Error && error.name === 'HufuError' && 'detail' in error;
}
