import type { KeyRing, KeySummary, KeyUse } from '../../../../shared/model/key-ring.ts';
import type { Finding } from '../../../../shared/finding.ts';
import type { KeyPlace } from '../keys-store.ts';

export interface SlotVersion {
  readonly key: KeySummary;
  readonly use: KeyUse;
}

/** What the ring knows of one slot: all versions, the newest first. */
export interface SlotContent {
  readonly versions: readonly SlotVersion[];
  readonly active: SlotVersion | undefined;
  readonly findings: readonly Finding[];
}

const nothing: SlotContent = { versions: [], active: undefined, findings: [] };

export function slotContent(ring: KeyRing | undefined, { environment, slot }: KeyPlace): SlotContent {
  const slotKeys = ring?.environments
    .find((candidate) => candidate.environment === environment)
    ?.slots.find((candidate) => candidate.slot === slot);
  if (!ring || !slotKeys) return nothing;
  const versions = slotKeys.versions.flatMap((id) => {
    const key = ring.keys.find((candidate) => candidate.id === id);
    const use = key?.uses.find((candidate) => candidate.environment === environment && candidate.slot === slot);
    return key && use ? [{ key, use }] : [];
  });
  return { versions, active: versions.find(({ use }) => use.state === 'active'), findings: slotKeys.findings };
}
