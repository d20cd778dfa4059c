import type { Profile, StatusTable } from './profile.ts';

/** The result codes of an interface: its own, or those of the platform. */
export function statusesOf(profile: Profile, interfaceId: string): StatusTable {
  return profile.interfaces.find(({ id }) => id === interfaceId)?.statuses ?? profile.statuses;
}
