import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built entry: what a user runs, not the sources. */
export const hufuEntry = join(import.meta.dirname, '../../../dist/cli/hufu.mjs');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly input?: string;
  readonly cwd?: string;
  /** Variables besides those of the test itself. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs `hufu` to its end. */
export function hufu(args: readonly string[], { input = '', cwd, variables }: Surroundings = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, HUFU_LANG: 'en', ...variables };
    const child = spawn(process.execPath, [hufuEntry, ...args], { env, ...(cwd !== undefined && { cwd }) });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

export interface Running {
  /** The document it printed when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts `hufu` and waits for its first line, a JSON document. */
export async function startHufu(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [hufuEntry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`hufu ${args.join(' ')} ended with ${code} before it was ready`)));
  });
  return {
    ready: JSON.parse(first) as Readonly<Record<string, unknown>>,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

/** A folder that is gone after `use`. */
export async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'hufu-e2e-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
