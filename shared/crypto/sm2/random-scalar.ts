import type { RandomBytes } from '../engine.ts';
import { integerFromBytes } from './big-integer.ts';
import { sm2Parameters } from './curve-parameters.ts';

/** A source that fails this often in a row is broken: one draw in 2³² is out of range. */
const mostDraws = 100;

/**
 * What `attempt` makes of a random k in 1..n−1: drawn again when the 32 bytes are out of range or `attempt` answers
 * undefined, as the algorithms of GB/T 32918 demand for values that would give the key or the message away.
 */
export function withRandomScalar<Result>(randomBytes: RandomBytes, attempt: (k: bigint) => Result | undefined): Result {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const bytes = randomBytes(32);
    if (bytes.length !== 32) throw new RangeError(`the random source gave ${bytes.length} bytes instead of 32`);
    const k = integerFromBytes(bytes);
    const result = k > 0n && k < sm2Parameters.n ? attempt(k) : undefined;
    if (result !== undefined) return result;
  }
  throw new RangeError(`the random source gave ${mostDraws} unusable values in a row`);
}
