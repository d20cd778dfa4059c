import type { KeyRing, KeySummary, KeyUse } from '../../../../shared/model/key-ring.ts';
import { slotContent } from './slot-content.ts';

export interface RemovalEffect {
  readonly use: KeyUse;
  /**
   * `falls`: the version `next` serves calls again. `empties`: calls that need the slot cannot be made. `forgets`: only
   * what was made with it earlier can no longer be opened.
   */
  readonly effect: 'falls' | 'empties' | 'forgets';
  readonly next?: KeySummary;
}

/** What would break, place by place, if the key were removed for good. */
export function removalEffects(ring: KeyRing, key: KeySummary): readonly RemovalEffect[] {
  return key.uses.map((use) => {
    if (use.state !== 'active') return { use, effect: 'forgets' };
    const { versions } = slotContent(ring, use);
    const next = versions.find((version) => version.key.id !== key.id && version.use.state !== 'retired');
    return next ? { use, effect: 'falls', next: next.key } : { use, effect: 'empties' };
  });
}
