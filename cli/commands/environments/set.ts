import { printDocument, printLine } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { describedEnvironment, type DescribeOptions } from './described-environment.ts';

export interface SetEnvironmentOptions extends KeyStoreOptions, DescribeOptions {
  readonly json?: boolean;
}

/** Changes what the options name and leaves all else of the environment's file as it is. */
export async function setEnvironment(id: string, options: SetEnvironmentOptions): Promise<void> {
  await withKeyStore(options, async ({ store }) => {
    const { digest: base, ...before } = store.environmentFiles.find(id);
    const { profile } = store.providers.find(before.platform);
    const saved = store.environmentFiles.save(describedEnvironment({ ...before, base }, options, profile));
    if (options.json) printDocument(saved);
    else printLine(saved.id);
  });
}
