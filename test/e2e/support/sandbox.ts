import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hufu, hufuEntry, type Finished } from './hufu.ts';

/** A machine of one's own, as far as files go: whatever a program writes to a usual place is below `root`. */
export interface Sandbox {
  readonly root: string;
  readonly state: string;
  /** A folder that the sandbox itself makes no use of: for what goes in and comes out on purpose. */
  readonly outside: string;
  run(args: readonly string[], input?: string): Promise<Finished>;
  /** `hufu start`, its output kept. */
  start(): Promise<RunningHost>;
  remove(): void;
}

export interface RunningHost {
  readonly url: string;
  readonly output: () => string;
  stop(): Promise<void>;
}

export function createSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'hufu-sandbox-'));
  const outside = mkdtempSync(join(tmpdir(), 'hufu-outside-'));
  const folder = (name: string): string => {
    const path = join(root, name);
    mkdirSync(path);
    return path;
  };
  const [home, temporary, cwd, state] = [folder('home'), folder('temporary'), folder('working'), folder('state')];
  const homes = { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, XDG_STATE_HOME: '' };
  const variables = { ...homes, TMPDIR: temporary, TEMP: temporary, TMP: temporary, HUFU_STATE: state };

  return {
    root,
    state,
    outside,
    run: (args, input = '') => hufu(args, { input, cwd, variables }),
    async start() {
      const child = spawn(process.execPath, [hufuEntry, 'start', '--json'], {
        cwd,
        env: { ...process.env, ...variables },
      });
      let output = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
      child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
      const first = await new Promise<string>((resolve, reject) => {
        createInterface({ input: child.stdout }).once('line', resolve);
        child.once('exit', (code) => reject(new Error(`hufu start ended with ${code}: ${output}`)));
      });
      return {
        url: String((JSON.parse(first) as { url: unknown }).url),
        output: () => output,
        stop: () =>
          new Promise((resolve) => {
            if (child.exitCode !== null) return resolve();
            child.once('exit', () => resolve());
            child.kill();
          }),
      };
    },
    remove() {
      for (const path of [root, outside]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
