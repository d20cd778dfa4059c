import { factsOfCall, holds } from './condition.ts';
import type { ConventionValues } from './conventions.ts';
import type { Convention, Interface, Profile } from './profile.ts';

interface Asked {
  readonly convention: Convention;
  readonly conventions: ConventionValues;
}

/** The interfaces in whose calls a convention has an effect, under these values of the others. */
export function conventionInterfaces(profile: Profile, { convention, conventions }: Asked): readonly Interface[] {
  return profile.interfaces.filter(({ id }) =>
    holds(convention.when, factsOfCall(profile, { conventions, interface: id })),
  );
}

/** Whether a convention has an effect in a call; where it is not known which interface is called, in a call of any. */
export function isInEffect(
  profile: Profile,
  { chosen, ...asked }: Asked & { readonly chosen?: Interface | undefined },
): boolean {
  const { convention, conventions } = asked;
  if (chosen) return holds(convention.when, factsOfCall(profile, { conventions, interface: chosen.id }));
  return holds(convention.when, conventions) || conventionInterfaces(profile, asked).length > 0;
}
