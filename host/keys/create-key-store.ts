import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { createEnvironmentFiles } from '../environments/environment-files.ts';
import type { EnvironmentStore, StoredEnvironment } from '../environments/environment-store.ts';
import type { Database } from '../store/database.ts';
import { createSettingsStore } from '../store/settings-store.ts';
import { createVaultSessions, type VaultSessions } from '../sessions/vault-sessions.ts';
import { createVault } from '../vault/create-vault.ts';
import { createVaultService, type OwnVaultService } from '../vault/create-vault-service.ts';
import type { RememberStore } from '../vault/remember-store.ts';
import { findSampleEnvironment, sampleEnvironments, type SampleEnvironment } from '../workspace/sample-environments.ts';
import { createKeyService } from './create-key-service.ts';
import { keyEnvironmentOf, type KeyEnvironment, type KeyEnvironments } from './key-environment.ts';
import type { KeyService } from './key-service.ts';
import { createKeyUseStore } from './key-use-store.ts';
import { createKeyResolver, type KeyResolver, type ResolvedKeys } from './resolve-keys.ts';
import { createSessionKeys } from './session-keys.ts';

export interface KeyStoreOptions {
  readonly stateDirectory: string;
  /** Folder of the environments' files. */
  readonly environmentsFolder: string;
  /** An environment's address with its variables in place. */
  readonly addressOf: (environment: StoredEnvironment) => string;
  readonly database: Database;
  readonly engine: CryptoEngine;
  readonly providers: Providers;
  readonly remember: RememberStore;
  /** The sample environment of a platform as far as the shell has one: the command line has no simulator of its own. */
  readonly sample: (platform: string) => { readonly url: string; readonly keys: Readonly<Record<string, string>> };
}

/** Vault, key ring and environments, and what a call needs of them. */
export interface KeyStore extends KeyResolver {
  readonly vault: OwnVaultService;
  readonly keys: KeyService;
  readonly environmentFiles: EnvironmentStore;
  readonly sessions: VaultSessions;
  /** Throws `environment.unknown`, and why its file cannot be read. */
  environment(id: string): KeyEnvironment;
  /** The environment's file and what its slots were filled with; the keys stay. Throws `vault.locked` when keys fill it. */
  removeEnvironment(id: string): void;
  /** Remembers when the vault's keys were last used. */
  noteUse(resolved: ResolvedKeys, at: number): void;
}

export function createKeyStore(options: KeyStoreOptions): KeyStore {
  const { stateDirectory, environmentsFolder, addressOf, database, engine, providers, remember, sample } = options;
  const environmentFiles = createEnvironmentFiles({
    folder: environmentsFolder,
    reserved: () => sampleEnvironments(providers).map(({ id }) => id),
    lock: database.transaction,
  });
  const session = createSessionKeys();
  const uses = createKeyUseStore(database);
  const file = createVault({ directory: stateDirectory, lock: (work) => database.transaction(work) });
  const vault = createVaultService({ vault: file, settings: createSettingsStore(database), remember });

  const environments: KeyEnvironments = {
    all: () => [
      ...sampleEnvironments(providers).map(sampleOne),
      ...environmentFiles.list().environments.flatMap((stored) => withKnownPlatform(addressed(stored), providers)),
    ],
    find(id) {
      const own = findSampleEnvironment(id, providers);
      return own ? sampleOne(own) : keyEnvironmentOf(addressed(environmentFiles.find(id)), providers);
    },
  };

  function addressed(stored: StoredEnvironment): StoredEnvironment {
    return { ...stored, url: addressOf(stored) };
  }

  function sampleOne({ id, platform, values, conventions, transport }: SampleEnvironment): KeyEnvironment {
    const { profile } = providers.find(platform);
    const { url, keys: sampleKeys } = sample(platform);
    return { id, profile, url, values, conventions, transport, sampleKeys };
  }

  const resolver = createKeyResolver({ vault: file, session, engine, onLook: vault.expire, onUse: vault.touch });
  const { forgetEnvironment, ...keys } = createKeyService({
    vault: file,
    session,
    uses,
    environments,
    engine,
    checkPassphrase: vault.checkPassphrase,
    onUse: vault.touch,
  });
  return {
    ...resolver,
    vault,
    keys,
    environmentFiles,
    sessions: createVaultSessions({ vault: file, onLook: vault.expire }),
    environment: environments.find,
    removeEnvironment(id) {
      environmentFiles.find(id);
      // First the keys: a file without them is harmless, keys without a file would fill whatever takes the name next.
      forgetEnvironment(id);
      environmentFiles.remove(id);
    },
    noteUse({ used }, at) {
      uses.used(
        used.flatMap(({ id }) => (id === undefined ? [] : [id])),
        at,
      );
    },
  };
}

/** An environment of a platform that is not there has no slots. */
function withKnownPlatform(environment: StoredEnvironment, providers: Providers): readonly KeyEnvironment[] {
  try {
    return [keyEnvironmentOf(environment, providers)];
  } catch (error) {
    if (error instanceof HufuError) return [];
    throw error;
  }
}
