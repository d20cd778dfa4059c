import { Worker } from 'node:worker_threads';
import { HufuError } from '../../shared/hufu-error.ts';
import type { HistoryAnswer, HistoryQuestion, HistoryThreadData } from './history-messages.ts';
import type { HistoryThreads } from './history-store.ts';

interface Thread {
  ask(method: HistoryQuestion['method'], ...input: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * The history on two threads: one writes and answers for single calls, one looks through lists, so that a long search
 * holds up neither. Each is started when it is first asked, and again should it end by itself; neither keeps the process
 * alive.
 */
export function startHistoryThreads({
  directory,
  entry,
}: {
  readonly directory: string;
  /** Path of the bundle of `history-thread.ts`. */
  readonly entry: string;
}): HistoryThreads {
  const writer = createThread(entry, { directory, indexes: true });
  const reader = createThread(entry, { directory, indexes: false });
  const write = <Result>(method: HistoryQuestion['method'], ...input: readonly unknown[]) =>
    writer.ask(method, ...input) as Promise<Result>;
  return {
    put: (record) => write('put', record),
    list: (query) => reader.ask('list', query) as ReturnType<HistoryThreads['list']>,
    facets: () => write('facets'),
    load: (id) => write('load', id),
    mark: (marks) => write('mark', marks),
    remove: (ids) => write('remove', ids),
    restore: (ids) => write('restore', ids),
    clean: (retention) => write('clean', retention),
    closeInterrupted: () => write('closeInterrupted'),
    take: (records) => write('take', records),
    async close() {
      await Promise.all([reader.close(), writer.close()]);
    },
  };
}

/** It comes back with the next question. */
function threadEnded(reason: string): HufuError {
  return new HufuError({
    code: 'history.threadEnded',
    text: {
      zh: `读写历史的线程意外结束（${reason}），这一次没有完成；请重试。`,
      en: `The thread that reads and writes the history ended by itself (${reason}) and this was not done; try again.`,
    },
  });
}

function createThread(entry: string, data: HistoryThreadData): Thread {
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(entry, { workerData: data });
    started.on('message', (answer: HistoryAnswer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) started.unref();
      if ('result' in answer) asked?.resolve(answer.result);
      else asked?.reject('refusal' in answer ? new HufuError(answer.refusal) : new Error(answer.defect));
    });
    const ended = (reason: string) => {
      if (worker !== started) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(threadEnded(reason));
      waiting.clear();
    };
    started.on('error', (error) => ended(error instanceof Error ? error.message : String(error)));
    started.on('exit', (code) => ended(`code ${code}`));
    started.unref();
    return started;
  }

  function ask(method: HistoryQuestion['method'], ...input: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      worker ??= start();
      const number = (last += 1);
      waiting.set(number, { resolve, reject });
      // Whoever waits for an answer keeps the process alive.
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ number, method, input } satisfies HistoryQuestion);
    });
  }

  return {
    ask,
    async close() {
      const closing = worker;
      if (!closing) return;
      await ask('close');
      worker = undefined;
      await closing.terminate();
    },
  };
}
