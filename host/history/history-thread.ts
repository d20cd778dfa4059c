import { parentPort, workerData } from 'node:worker_threads';
import { HufuError } from '../../shared/hufu-error.ts';
import type { HistoryAnswer, HistoryQuestion, HistoryThreadData } from './history-messages.ts';
import type { HistoryStore } from './history-store.ts';
import { openHistoryStore } from './open-history-store.ts';

/** The body of a thread that holds the history's database: answers one question after another, indexes in between. */

const { directory, indexes } = workerData as HistoryThreadData;
const port = parentPort;
if (!port) throw new Error('history-thread runs as a worker thread');

let store: HistoryStore | undefined;
let indexing: ReturnType<typeof setImmediate> | undefined;

port.on('message', (question: HistoryQuestion) => {
  port.postMessage(answer(question));
  if (question.method === 'close') port.close();
  else if (indexes) indexSoon();
});

function answer({ number, method, input }: HistoryQuestion): HistoryAnswer {
  try {
    if (method === 'close') {
      clearImmediate(indexing);
      store?.close();
      store = undefined;
      return { number, result: undefined };
    }
    store ??= openHistoryStore({ directory });
    const work = store[method] as (...values: readonly unknown[]) => unknown;
    return { number, result: work(...input) };
  } catch (error) {
    if (error instanceof HufuError) return { number, refusal: error.detail };
    return { number, defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** A batch, then whoever waits, then the next. */
function indexSoon(): void {
  indexing ??= setImmediate(() => {
    indexing = undefined;
    try {
      if (store?.index()) indexSoon();
    } catch {
      // What is not indexed is scanned; the next question tries again, and a damaged database says so itself.
    }
  });
}
