import { profileSchema, type Profile } from '../profile/profile.ts';
import { readBySchema } from '../schema-refusal.ts';
import type { ProfileProblem } from './profile-problem.ts';

export type ReadProfile =
  | { readonly profile: Profile; readonly problems: readonly [] }
  | { readonly profile: undefined; readonly problems: readonly ProfileProblem[] };

/** A profile that comes from outside, by its schema. */
export function readProfile(data: unknown): ReadProfile {
  const { value, refusals } = readBySchema(profileSchema, data);
  if (value) return { profile: value, problems: [] };
  return { profile: undefined, problems: refusals.map((refusal) => ({ ...refusal, severity: 'error' })) };
}
