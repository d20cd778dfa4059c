import type { ConventionValues } from './conventions.ts';

/** Holds when every named convention has one of the values given for it. Absent or empty: always. */
export type Condition = Readonly<Record<string, readonly string[]>>;

export function holds(condition: Condition | undefined, conventions: ConventionValues): boolean {
  return Object.entries(condition ?? {}).every(([name, values]) => {
    const value = conventions[name];
    return value !== undefined && values.includes(value);
  });
}
