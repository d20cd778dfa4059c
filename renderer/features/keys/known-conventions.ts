import type { ConventionValues } from '../../../shared/profile/conventions.ts';
import { resolveConventions } from '../../../shared/profile/conventions.ts';
import type { Profile } from '../../../shared/profile/profile.ts';

/** Every convention of the profile, with the choices that it knows; others are left to the host, which names them. */
export function knownConventions(profile: Profile, choices: ConventionValues): ConventionValues {
  const names = new Set(profile.conventions.map(({ name }) => name));
  const kept = Object.fromEntries(Object.entries(choices).filter(([name]) => names.has(name)));
  return { ...resolveConventions(profile, {}), ...kept };
}
