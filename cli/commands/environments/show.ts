import { printDocument, printLine } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';

export interface ShowEnvironmentOptions extends KeyStoreOptions {
  readonly json?: boolean;
}

/** All that the environment's file says; no key and no allowed host, which are in the vault. */
export async function showEnvironment(id: string, options: ShowEnvironmentOptions): Promise<void> {
  await withKeyStore(options, async ({ store }) => {
    const environment = store.environmentFiles.find(id);
    if (options.json) {
      printDocument(environment);
      return;
    }
    const { platform, title, url, values, conventions, variables, transport, keepsBodies } = environment;
    const { ca, clientCertificate, ...reach } = transport;
    const lines: readonly (readonly [string, unknown])[] = [
      ['title', title],
      ['platform', platform],
      ['url', url],
      ...Object.entries(values),
      ...Object.entries(conventions).map(([name, value]) => [`convention ${name}`, value] as const),
      ...Object.entries(variables).map(([name, value]) => [`variable ${name}`, value] as const),
      ...Object.entries(reach).map(([name, value]) => [name, String(value)] as const),
      ...(ca === undefined ? [] : [['ca', `${ca.length} characters of PEM`] as const]),
      ...(clientCertificate === undefined
        ? []
        : [['clientCertificate', `${clientCertificate.length} characters of PEM`] as const]),
      ['keepsBodies', keepsBodies],
    ];
    for (const [name, value] of lines) printLine(`${name.padEnd(24)} ${String(value)}`);
  });
}
