import { boundOrigin, platformScheme } from '../../../host/keys/bound-origin.ts';
import type { BoundOrigin, KeyService } from '../../../host/keys/key-service.ts';
import { printDocument, printLine } from '../../output.ts';
import { unlockVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { asUsage } from '../../usage-error.ts';

export interface AllowOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** Lets the keys of an environment be used toward one more origin; kept in the vault, where no file can add one. */
export function allow(environment: string, address: string, options: AllowOptions): Promise<void> {
  return change({ environment, address, options }, (keys, bound) => keys.allowOrigin(bound));
}

export function disallow(environment: string, address: string, options: AllowOptions): Promise<void> {
  return change({ environment, address, options }, (keys, bound) => keys.disallowOrigin(bound));
}

/** Prints the origins that the environment's keys may be used toward from now on. */
async function change(
  { environment, address, options }: { environment: string; address: string; options: AllowOptions },
  work: (keys: KeyService, bound: BoundOrigin) => void,
): Promise<void> {
  const origin = address.startsWith(platformScheme) ? address : asUsage(() => boundOrigin(address));
  await withKeyStore(options, async (use) => {
    use.store.environment(environment);
    await unlockVault(use);
    work(use.store.keys, { environment, origin });
    const bound = use.store.keys.ring().environments.find((one) => one.environment === environment);
    const origins = bound?.origins ?? [];
    if (options.json) printDocument({ environment, origins });
    else for (const one of origins) printLine(one);
  });
}
