import type { Indicator } from '../profile/profile.ts';
import type { CodeCheckName } from './names.ts';
import { codeTables } from './tables.ts';

interface Surroundings {
  readonly indicators: readonly Indicator[];
  /** The scalar members of the same object. */
  readonly beside: ReadonlyMap<string, string>;
}

/** The check for a member's value: its own, or the one that the code in the member beside it stands for. */
export function checkOf(indicator: Indicator, { indicators, beside }: Surroundings): CodeCheckName | undefined {
  const { check, checkBy } = indicator;
  if (checkBy === undefined) return check;
  const table = indicators.find(({ name }) => name === checkBy)?.codes;
  const code = beside.get(checkBy);
  return table === undefined || code === undefined ? undefined : codeTables[table].find(code)?.check;
}
