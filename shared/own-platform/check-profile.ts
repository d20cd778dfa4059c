import { checkHeader } from './check-references.ts';
import { checkInterfaces } from './check-interfaces.ts';
import { checkNames } from './check-names.ts';
import { checkSteps } from './check-steps.ts';
import type { ProfileProblem } from './profile-problem.ts';
import type { Profile } from '../profile/profile.ts';

/**
 * Whether a profile that is well-formed makes sense: names that are referred to exist, steps are known and get what they
 * read, samples are what their schemas say. `every`: each pair of conventions too, which takes seconds for a large one.
 */
export function checkProfile(
  profile: Profile,
  { conventions = 'single' }: { readonly conventions?: 'single' | 'pairs' } = {},
): readonly ProfileProblem[] {
  return [
    ...checkNames(profile),
    ...checkHeader(profile),
    ...checkSteps(profile, conventions),
    ...checkInterfaces(profile),
  ];
}
