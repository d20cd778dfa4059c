import { factsOfCall, holds, interfaceFact } from './condition.ts';
import type { ConventionValues } from './conventions.ts';
import type { KeySlot, Profile } from './profile.ts';

/**
 * The key slots that a caller's own steps read under these conventions: those that make requests and read responses. With
 * the interface among the conventions (`interfaceFact`) those of a call of it, without of a call of any.
 */
export function callerSlots(profile: Profile, conventions: ConventionValues): readonly KeySlot[] {
  const ids = conventions[interfaceFact] === undefined ? ['', ...profile.interfaces.map(({ id }) => id)] : [];
  const cases =
    ids.length === 0 ? [conventions] : ids.map((id) => factsOfCall(profile, { conventions, interface: id }));
  const used = new Set<unknown>(
    [...profile.steps.request.outward, ...profile.steps.response.inward]
      .filter(({ when }) => cases.some((facts) => holds(when, facts)))
      .map(({ options }) => options['key']),
  );
  const carried = new Set(
    profile.header.flatMap(({ rule, when }) =>
      rule.rule === 'secret' && cases.some((facts) => holds(when, facts)) ? [rule.slot] : [],
    ),
  );
  return profile.keySlots.filter(({ name }) => used.has(name) || carried.has(name));
}
