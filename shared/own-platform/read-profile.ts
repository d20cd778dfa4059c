import { en, zhCN } from 'zod/locales';
import { profileSchema, type Profile } from '../profile/profile.ts';
import { problemsOf, type ProfileProblem } from './profile-problem.ts';

const chinese = zhCN().localeError;
const english = en().localeError;

export type ReadProfile =
  | { readonly profile: Profile; readonly problems: readonly [] }
  | { readonly profile: undefined; readonly problems: readonly ProfileProblem[] };

/** A profile that comes from outside, by its schema; what is wrong is said in both languages. */
export function readProfile(data: unknown): ReadProfile {
  const read = profileSchema.safeParse(data, { error: chinese });
  if (read.success) return { profile: read.data, problems: [] };
  const other = profileSchema.safeParse(data, { error: english });
  return { profile: undefined, problems: problemsOf({ zh: read.error, en: other.error ?? read.error }) };
}
