import type { KeyService } from '../../../host/keys/key-service.ts';
import type { KeySummary } from '../../../shared/model/key-ring.ts';
import { printDocument, printLine } from '../../output.ts';
import { findKey } from '../../ring/find-key.ts';
import { keyDocument, keyLines } from '../../ring/key-output.ts';
import { requirePlace, type PlaceOptions } from '../../ring/key-place.ts';
import { namingRotate } from '../../ring/slot-filled.ts';
import { saySuccessors } from '../../ring/say-successors.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface ArrangeOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

export function rename(id: string, label: string, options: ArrangeOptions): Promise<void> {
  return arrange(id, options, (keys, key) => keys.rename({ id: key.id, label }));
}

/** Out of use for calls; it goes on opening what was made with it. `restore` takes that back. */
export function retire(
  id: string,
  options: ArrangeOptions & PlaceOptions & { readonly restore?: boolean },
): Promise<void> {
  const place = requirePlace(options);
  return arrange(id, options, (keys, key) => keys.setRetired({ id: key.id, place, retired: options.restore !== true }));
}

/** Uses a key of the ring in one more slot. */
export function assign(
  id: string,
  options: ArrangeOptions & PlaceOptions & { readonly rotate?: boolean },
): Promise<void> {
  const place = requirePlace(options);
  return arrange(id, options, (keys, key) => keys.assign({ id: key.id, place, rotate: options.rotate === true }));
}

/** Takes a key out of a slot altogether; it stays in the ring. */
export function withdraw(id: string, options: ArrangeOptions & PlaceOptions): Promise<void> {
  const place = requirePlace(options);
  return arrange(id, options, (keys, key) => keys.withdraw({ id: key.id, place }));
}

/** Changes one key's place or name, and prints how it stands then. */
async function arrange(
  id: string,
  options: ArrangeOptions,
  change: (keys: KeyService, key: KeySummary) => void,
): Promise<void> {
  await withKeyStore(options, async (use) => {
    await unlockVault(use);
    const { keys } = use.store;
    const key = findKey(keys.ring(), id);
    await namingRotate(async () => change(keys, key));
    saySuccessors(key, keys.ring());
    const changed = findKey(keys.ring(), key.id);
    if (options.json) printDocument(keyDocument(changed));
    else for (const line of keyLines(changed)) printLine(line);
  });
}
