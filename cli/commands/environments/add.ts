import { printDocument, printLine } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { providersOfCommand } from '../../workspace/providers-of-command.ts';
import { asUsage } from '../../usage-error.ts';
import { describedEnvironment, type DescribeOptions } from './described-environment.ts';

export interface AddEnvironmentOptions extends KeyStoreOptions, DescribeOptions {
  readonly platform: string;
  readonly url: string;
  readonly json?: boolean;
}

/** A file of its own for where and as whom calls are made; its name is the environment's. */
export async function addEnvironment(title: string, options: AddEnvironmentOptions): Promise<void> {
  const { platform, url } = options;
  const { profile } = asUsage(() => providersOfCommand(options).find(platform));
  const empty = { values: {}, conventions: {}, variables: {}, transport: {}, keepsBodies: true };
  const described = describedEnvironment({ id: '', platform, title, url, ...empty }, { ...options, title }, profile);
  await withKeyStore(options, async ({ store }) => {
    const saved = store.environmentFiles.save(described);
    if (options.json) printDocument(saved);
    else printLine(saved.id);
  });
}
