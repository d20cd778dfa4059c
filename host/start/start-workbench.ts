import { fileURLToPath } from 'node:url';
import { api } from '../api.ts';
import { createHost } from '../create-host.ts';
import { startHistoryThreads } from '../history/start-history-threads.ts';
import { startBrowserServer } from '../server/browser-server.ts';
import { createKeyringRememberStore } from '../vault/keyring-remember-store.ts';
import { stateDirectory as placeOfState } from '../store/state-directory.ts';

/** The same from every bundle of `dist/cli`, `dist/host` and `dist/chunks`. */
const historyThread = fileURLToPath(new URL('../host/history-thread.mjs', import.meta.url));

export interface WorkbenchOptions {
  readonly version: string;
  /** Folder of the local state instead of `HUFU_STATE` or the platform's own place. */
  readonly stateDirectory?: string;
  /** Folder of a workspace instead of the one in the local state. */
  readonly workspaceDirectory?: string | undefined;
  /** Port of the page; 0, as when absent, takes a free one. */
  readonly port?: number;
  /** Port of the embedded simulator; 0, as when absent, takes a free one. */
  readonly simulatorPort?: number;
  /** The built user interface: a folder with an `index.html`. */
  readonly rendererDirectory: string;
  /** Told of every failure that is ours. */
  readonly onDefect?: (error: unknown) => void;
}

export interface Workbench {
  /** What a person opens: `http://127.0.0.1:PORT/#token=…`. */
  readonly url: string;
  /** Ends every connection, the simulator and the local state; a second call waits for the first. */
  close(): Promise<void>;
}

/**
 * The host with its embedded simulator and the page in front of it, for a browser.
 * Errors: those of `createHost` and `startBrowserServer`; nothing is left open after one.
 */
export async function startWorkbench({
  version,
  stateDirectory,
  workspaceDirectory,
  port = 0,
  simulatorPort = 0,
  rendererDirectory,
  onDefect,
}: WorkbenchOptions): Promise<Workbench> {
  const host = await createHost({
    version,
    stateDirectory: placeOfState({ ...(stateDirectory !== undefined && { override: stateDirectory }) }),
    workspaceDirectory,
    simulatorPort,
    remember: createKeyringRememberStore(),
    openHistory: (directory) => startHistoryThreads({ directory, entry: historyThread }),
  });
  try {
    const server = await startBrowserServer({
      router: api,
      createContext: () => ({ host }),
      staticDirectory: rendererDirectory,
      port,
      ...(onDefect && { onDefect }),
    });
    let closing: Promise<void> | undefined;
    return { url: server.url, close: () => (closing ??= close()) };

    async function close(): Promise<void> {
      try {
        await server.close();
      } finally {
        await host.close();
      }
    }
  } catch (error) {
    await host.close();
    throw error;
  }
}
