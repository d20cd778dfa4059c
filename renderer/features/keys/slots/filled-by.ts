import type { Environment, KeyStatus } from '../../../../shared/model/environment.ts';
import type { KeySlot } from '../../../../shared/profile/profile.ts';

export type FilledBy = KeyStatus['filledBy'];

export function filledBy(environment: Environment | undefined, slot: string): FilledBy {
  return environment?.keys.find((key) => key.slot === slot)?.filledBy ?? 'nothing';
}

/** What is most worth saying first: a vault that is locked or damaged stops the call, one's own keys are told from samples. */
const order = ['unreadable', 'locked', 'vault', 'session', 'sample'] as const;

export interface KeysSummary {
  /** How many of the needed slots are empty. */
  readonly missing: number;
  /** Whose keys fill the others; `none` where nothing does. */
  readonly kind: (typeof order)[number] | 'none';
}

export function keySummary(environment: Environment | undefined, slots: readonly KeySlot[]): KeysSummary {
  const states = slots.map(({ name }) => filledBy(environment, name));
  return {
    missing: states.filter((state) => state === 'nothing').length,
    kind: order.find((kind) => states.includes(kind)) ?? 'none',
  };
}
