import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyringAnswer, type KeyringAnswer, type KeyringRequest } from './keyring-request.ts';

/** `late`: the time was over and the process was ended. `broken`: it could not be started or ended by itself without an answer. */
export type KeyringReply = KeyringAnswer | { readonly done: false; readonly failure: 'late' | 'broken' };

export type AskKeyring = (request: KeyringRequest, limits: { readonly milliseconds: number }) => Promise<KeyringReply>;

/** The same from every bundle of `dist/cli`, `dist/host` and `dist/chunks`. */
const builtProcess = fileURLToPath(new URL('../host/keyring-process.mjs', import.meta.url));

/** Runs one request in the process of `keyring-process.ts`. Never rejects. The value goes through pipes and never through arguments. */
export function keyringInProcess(path: string = builtProcess): AskKeyring {
  return (request, { milliseconds }) => {
    if (!existsSync(path)) return Promise.resolve({ done: false, failure: 'binding' });
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [path],
        // A process that waits inside the binding does not hear SIGTERM.
        { timeout: milliseconds, killSignal: 'SIGKILL', windowsHide: true },
        (error, output) => {
          if (error) resolve({ done: false, failure: error.killed ? 'late' : 'broken' });
          else resolve(readAnswer(output));
        },
      );
      // One that ended before it read (or could not be started) is reported by the callback.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(JSON.stringify(request));
    });
  };
}

function readAnswer(output: string): KeyringReply {
  try {
    return keyringAnswer.parse(JSON.parse(output));
  } catch {
    return { done: false, failure: 'broken' };
  }
}
