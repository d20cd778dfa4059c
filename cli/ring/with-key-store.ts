import { openKeyStore } from '../../host/keys/open-key-store.ts';
import { stateDirectory } from '../../host/store/state-directory.ts';
import { workspaceOfCommand, type WorkspaceOptions } from '../workspace/workspace-of-command.ts';
import { passphraseFrom, type Passphrase, type PassphraseOptions } from '../secrets/passphrase.ts';

export type OpenKeyStore = ReturnType<typeof openKeyStore>;

export interface KeyStoreOptions extends PassphraseOptions, WorkspaceOptions {
  readonly state?: string;
}

export interface KeyStoreUse {
  readonly store: OpenKeyStore;
  readonly passphrase: Passphrase;
}

/** Opens the key store of `--state`, and closes it whatever happens; the vault is not unlocked yet. */
export async function withKeyStore<Result>(
  { state, workspace, passphraseFile, passphraseFd }: KeyStoreOptions,
  use: (opened: KeyStoreUse) => Promise<Result>,
): Promise<Result> {
  const passphrase = passphraseFrom({ file: passphraseFile, fd: passphraseFd, option: '--passphrase' });
  const workspaceFolder = workspaceOfCommand({
    ...(state !== undefined && { state }),
    ...(workspace !== undefined && { workspace }),
  });
  const store = openKeyStore(stateDirectory({ ...(state !== undefined && { override: state }) }), { workspaceFolder });
  try {
    return await use({ store, passphrase });
  } finally {
    store.close();
  }
}
