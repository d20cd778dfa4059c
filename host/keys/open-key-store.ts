import { join } from 'node:path';
import type { Providers } from '../../shared/providers/providers.ts';
import { sampleKeys } from '../../shared/providers/sample-keys.ts';
import { fillText } from '../../shared/variables/fill-text.ts';
import { workspacePlace } from '../workspace/workspace-folder.ts';
import { createNodeEngine } from '../crypto/node-engine.ts';
import { createPlatformFiles } from '../platforms/platform-files.ts';
import { openStateDatabase } from '../store/state-database.ts';
import { createKeyringRememberStore } from '../vault/keyring-remember-store.ts';
import { createKeyStore, type KeyStore } from './create-key-store.ts';

/** The key store of a state directory for a command: no simulator, no page. Locks and closes at the end. */
export function openKeyStore(
  stateDirectory: string,
  {
    workspaceFolder = workspacePlace({ stateDirectory }).folder,
    providers = createPlatformFiles({ folder: join(workspaceFolder, 'providers') }).providers,
  }: { readonly workspaceFolder?: string; readonly providers?: Providers } = {},
): KeyStore & { readonly providers: Providers; close(): void } {
  const database = openStateDatabase(stateDirectory);
  const engine = createNodeEngine();
  const store = createKeyStore({
    stateDirectory,
    environmentsFolder: join(workspaceFolder, 'environments'),
    // A simulator has an address only while a workbench runs it.
    addressOf: ({ url, variables }) => fillText(url, { values: variables, syntax: 'plain' }).text,
    database,
    engine,
    providers,
    remember: createKeyringRememberStore(),
    // Its address is known only while a workbench runs its simulator; keys for it are bound to this machine.
    sample(platform) {
      const { profile, sample } = providers.find(platform);
      return { url: 'http://127.0.0.1/', keys: sampleKeys({ profile, keys: sample.keys }, engine) };
    },
  });
  return {
    ...store,
    providers,
    close() {
      store.vault.close();
      database.close();
    },
  };
}
