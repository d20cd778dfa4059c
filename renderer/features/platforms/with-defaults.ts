import type { DataRecord } from '../../../shared/data/data.ts';
import type { Profile } from '../../../shared/profile/profile.ts';

/**
 * A profile as data whose conventions have other defaults: a chosen value stands first, one that is not listed is added.
 * Such a default is nobody's but the user's, whatever the standard prints.
 */
export function withDefaults(profile: Profile, chosen: Readonly<Record<string, string>>): DataRecord {
  const conventions = profile.conventions.map((convention) => {
    const wanted = chosen[convention.name];
    if (wanted === undefined) return convention;
    const known = convention.values.find(({ value }) => value === wanted);
    const first = known ?? { value: wanted, title: { zh: wanted, en: wanted } };
    return { ...convention, mark: 'A', values: [first, ...convention.values.filter((one) => one !== known)] };
  });
  return JSON.parse(JSON.stringify({ ...profile, conventions })) as DataRecord;
}
