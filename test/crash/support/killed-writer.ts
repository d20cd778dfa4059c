import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface KilledWriter {
  /** Lines in the order in which the process acknowledged them. */
  readonly acknowledged: readonly string[];
  /** Resolves when so many more were acknowledged. Rejects when the process ends before. */
  more(count: number): Promise<void>;
  /** Ends it within so many milliseconds; resolves when all that it said was read. */
  killWithin(milliseconds: number): Promise<void>;
}

const running = new Set<ChildProcess>();

export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts a writer that is bundled as `script` already; it reads its task from its standard input. */
export function startWriter<Task extends object>(script: string, task: Task): KilledWriter {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const acknowledged: string[] = [];
  const closed = once(child, 'close').then(() => running.delete(child));
  const lines = createInterface({ input: child.stdout });
  let waiting: { readonly until: number; readonly resolve: () => void } | undefined;
  lines.on('line', (name) => {
    acknowledged.push(name);
    if (waiting && acknowledged.length >= waiting.until) waiting.resolve();
  });
  child.stdin.end(JSON.stringify(task));

  return {
    acknowledged,
    async more(count) {
      const until = acknowledged.length + count;
      const arrived = new Promise<true>((resolve) => (waiting = { until, resolve: () => resolve(true) }));
      const isAlive = await Promise.race([count === 0 || arrived, closed.then(() => false)]);
      if (!isAlive) throw new Error(`The writer ended by itself, with code ${child.exitCode}.`);
    },
    async killWithin(milliseconds) {
      // Timers are too coarse: the moment is to fall anywhere into a write of a few milliseconds.
      const moment = performance.now() + Math.random() * milliseconds;
      while (performance.now() < moment);
      child.kill('SIGKILL');
      await closed;
      if (child.signalCode !== 'SIGKILL') throw new Error(`The writer ended by itself, with code ${child.exitCode}.`);
    },
  };
}
