import type { ConventionValues } from './conventions.ts';
import type { Profile } from './profile.ts';

/** Holds when every named convention has one of the values given for it; a list of such, when any of them holds. */
export type Condition = SingleCondition | readonly SingleCondition[];
type SingleCondition = Readonly<Record<string, readonly string[]>>;

/** The name under which conditions ask for the interface that is called; no convention has it. */
export const interfaceFact = 'interface';

/**
 * What conditions are asked of in a call of an interface; one that is made like another counts as that one. An empty name
 * is a call of none.
 */
export function factsOfCall(
  { interfaces }: Pick<Profile, 'interfaces'>,
  { conventions, interface: id }: { readonly conventions: ConventionValues; readonly interface?: string | undefined },
): ConventionValues {
  const chosen = interfaces.find((entry) => entry.id === id);
  return { ...conventions, [interfaceFact]: chosen?.like ?? id ?? '' };
}

/** An absent condition always holds. */
export function holds(condition: Condition | undefined, conventions: ConventionValues): boolean {
  if (condition === undefined) return true;
  const alternatives: readonly SingleCondition[] = Array.isArray(condition)
    ? condition
    : [condition as SingleCondition];
  return alternatives.some((alternative) =>
    Object.entries(alternative).every(([name, values]) => {
      const value = conventions[name];
      return value !== undefined && values.includes(value);
    }),
  );
}
