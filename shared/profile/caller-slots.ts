import { holds } from './condition.ts';
import type { ConventionValues } from './conventions.ts';
import type { KeySlot, Profile } from './profile.ts';

/** The key slots that a caller's own steps read under these conventions: those that make requests and read responses. */
export function callerSlots(profile: Profile, conventions: ConventionValues): readonly KeySlot[] {
  const steps = [...profile.steps.request.outward, ...profile.steps.response.inward];
  const used = new Set<unknown>(
    steps.filter(({ when }) => holds(when, conventions)).map(({ options }) => options['key']),
  );
  return profile.keySlots.filter(({ name }) => used.has(name));
}
