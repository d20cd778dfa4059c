import type { EnvironmentTransport } from '../../../../shared/model/environment.ts';
import { callerSlots } from '../../../../shared/profile/caller-slots.ts';
import { holds } from '../../../../shared/profile/condition.ts';
import type { ConventionValues } from '../../../../shared/profile/conventions.ts';
import { neededTransportSlots } from '../../../../shared/profile/transport-slots.ts';
import type { KeySlot, Profile } from '../../../../shared/profile/profile.ts';

export interface SlotGroups {
  /** Read by the caller's own steps. */
  readonly needed: readonly KeySlot[];
  /** `otherSide`: in use, by the provider and the simulator only. `notNow`: no step of these conventions reads it. */
  readonly others: readonly { readonly slot: KeySlot; readonly why: 'otherSide' | 'notNow' }[];
}

/** With those that the environment's connection needs behind those of the platform. */
export function slotGroups(
  profile: Profile,
  { conventions, transport }: { readonly conventions: ConventionValues; readonly transport: EnvironmentTransport },
): SlotGroups {
  const needed = callerSlots(profile, conventions);
  return {
    needed: [...needed, ...neededTransportSlots(transport)],
    others: profile.keySlots
      .filter((slot) => !needed.includes(slot))
      .map((slot) => ({ slot, why: holds(slot.neededWhen, conventions) ? 'otherSide' : 'notNow' })),
  };
}
