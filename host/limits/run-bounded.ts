import { createContext, Script } from 'node:vm';
import { HufuError } from '../../shared/hufu-error.ts';

/** Reading, checking and trying what the file of a platform says. */
export const checkMilliseconds = 3000;
/** One message through its steps, the largest body included. */
export const messageMilliseconds = 15_000;

const slot: { work?: () => unknown } = {};
const context = createContext(slot);
const script = new Script('work()');

/**
 * Runs a computation that follows a platform's file, and ends it when its time is over: a regular expression or a schema from
 * whomever can take for ever, and the engine stops neither by itself. The computation must leave nothing half done behind.
 * Throws `platform.tooSlow`, and what the computation throws.
 */
export function runBounded<Result>(work: () => Result, { milliseconds }: { readonly milliseconds: number }): Result {
  const outer = slot.work;
  slot.work = work;
  try {
    return script.runInContext(context, { timeout: milliseconds }) as Result;
  } catch (error) {
    throw isTimeout(error) ? tooSlow(milliseconds) : error;
  } finally {
    if (outer) slot.work = outer;
    else delete slot.work;
  }
}

/** Of the other context's realm: no `instanceof` knows it. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function tooSlow(milliseconds: number): HufuError {
  const seconds = milliseconds / 1000;
  return new HufuError({
    code: 'platform.tooSlow',
    text: {
      zh: `计算 ${seconds} 秒没有结束，已停止。多半是平台描述里的正则表达式或 schema 过于复杂（如嵌套的 + 和 *），请改写。`,
      en: `Stopped after ${seconds} s without an end. A regular expression or schema of the platform is most likely too complex (nested + and *): rewrite it.`,
    },
  });
}
