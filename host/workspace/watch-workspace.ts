import { basename } from 'node:path';
import { isTemporary } from './is-temporary.ts';

/** Changes that come within this time are looked at together: a checkout touches many files at once. */
const settleMilliseconds = 100;
const pollMilliseconds = 700;

/**
 * Calls `onChange` a moment after something changed below a folder. What changed is not told: whoever is called looks.
 * Where the system gives no watches (their number is limited) the folder is looked through now and then.
 */
export function watchFolder(folder: string, onChange: () => void): { close(): Promise<void> } {
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const noticed = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!closed) onChange();
    }, settleMilliseconds);
  };

  let failed = false;

  async function start(usePolling: boolean): Promise<{ close(): Promise<void> }> {
    // Loaded when a workbench is up: nothing of the first picture needs it.
    const { watch } = await import('chokidar');
    const watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      usePolling,
      interval: pollMilliseconds,
      ignored: (path) => path !== folder && isOurs(basename(path)),
    });
    watcher.on('all', noticed);
    // What changed while the watches were being set.
    watcher.on('ready', noticed);
    watcher.on('error', () => {
      // One for every folder that gets no watch; one is enough.
      if (failed || closed) return;
      failed = true;
      running = running.then((old) => old.close()).then(() => start(true));
    });
    return watcher;
  }

  let running = start(false);
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await (await running).close();
    },
  };
}

/** Hidden folders (`.git`) and files that are being written. */
function isOurs(name: string): boolean {
  return name.startsWith('.') || isTemporary(name);
}
