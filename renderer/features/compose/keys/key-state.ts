import type { Environment, KeyStatus } from '../../../../shared/model/environment.ts';
import type { KeySlot } from '../../../../shared/profile/profile.ts';

export type FilledBy = KeyStatus['filledBy'];

export function filledBy(environment: Environment | undefined, slot: string): FilledBy {
  return environment?.keys.find((key) => key.slot === slot)?.filledBy ?? 'nothing';
}

/** How many of the needed slots are empty, and whose keys fill the others. */
export function keySummary(
  environment: Environment | undefined,
  slots: readonly KeySlot[],
): { readonly missing: number; readonly kind: 'none' | 'sample' | 'session' } {
  const states = slots.map(({ name }) => filledBy(environment, name));
  return {
    missing: states.filter((state) => state === 'nothing').length,
    kind: states.length === 0 ? 'none' : states.includes('session') ? 'session' : 'sample',
  };
}
