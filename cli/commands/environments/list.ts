import { inLanguage } from '../../language.ts';
import { errorDocument, printDocument, printLine, say } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface ListEnvironmentsOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** The user's own environments; exit code 1 when a file among them cannot be read. */
export async function listEnvironments(options: ListEnvironmentsOptions): Promise<void> {
  await withKeyStore(options, async ({ store }) => {
    const { environments, problems } = store.environmentFiles.list();
    if (options.json) printDocument({ environments, problems: problems.map(errorDocument) });
    else {
      for (const { id, platform, url, values, conventions } of environments) {
        const pairs = Object.entries({ ...values, ...conventions }).map(([name, value]) => `${name}=${value}`);
        printLine([id, platform, url, ...pairs].join('  '));
      }
    }
    for (const { text } of problems) say(inLanguage(text));
    if (problems.length > 0) process.exitCode = 1;
  });
}
