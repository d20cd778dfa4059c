import type { KeyRing, KeySummary } from '../../shared/model/key-ring.ts';
import { inLanguage } from '../language.ts';
import { say } from '../output.ts';

/** Which key calls use from now on, in every slot where `key` was the one in use and no longer is: nothing changes silently. */
export function saySuccessors(key: KeySummary, ring: KeyRing): void {
  for (const { environment, slot, state } of key.uses) {
    if (state !== 'active') continue;
    const next = ring.keys.find(({ uses }) =>
      uses.some((use) => use.environment === environment && use.slot === slot && use.state === 'active'),
    );
    if (next?.id === key.id) continue;
    const place = `${environment} / ${slot}`;
    say(
      inLanguage(
        next
          ? {
              zh: `${place} 改用“${next.label}”（${next.fingerprint}）。`,
              en: `${place} now uses "${next.label}" (${next.fingerprint}).`,
            }
          : { zh: `${place} 现在没有密钥。`, en: `${place} has no key now.` },
      ),
    );
  }
}
