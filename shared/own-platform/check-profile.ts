import { checkHeader } from './check-references.ts';
import { checkInterfaces } from './check-interfaces.ts';
import { checkNames } from './check-names.ts';
import { checkSteps } from './check-steps.ts';
import type { ProfileProblem } from './profile-problem.ts';
import type { Profile } from '../profile/profile.ts';

export interface CheckOptions {
  readonly conventions?: 'single' | 'pairs';
  /** The built-in profile that it is based on. */
  readonly base?: Profile | undefined;
}

/**
 * Whether a profile that is well-formed makes sense: names that are referred to exist, steps are known and get what they
 * read, samples are what their schemas say. `pairs`: under each pair of conventions too, which takes seconds for a large one.
 */
export function checkProfile(
  profile: Profile,
  { conventions = 'single', base }: CheckOptions = {},
): readonly ProfileProblem[] {
  return [
    ...checkNames(profile, base),
    ...checkHeader(profile),
    ...checkSteps(profile, conventions),
    ...checkInterfaces(profile),
  ];
}
