export type WorkerRequest =
  | {
      readonly id: number;
      readonly url: string;
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly id: number; readonly abandoned: true };

export type WorkerAnswer =
  | { readonly id: number; readonly status: number; readonly text: string }
  | { readonly id: number; readonly failure: string };

export interface TextRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal | null | undefined;
}

/** What is used of a `Worker`. */
interface Thread {
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerAnswer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  postMessage(message: WorkerRequest): void;
}

/**
 * `fetch` for a large text, carried out by a worker that is started with the first of them. Rejects as `fetch` does: when it was
 * abandoned with the signal's reason, when the connection failed with a TypeError.
 */
export function createWorkerFetch(start: () => Thread): (url: string, request: TextRequest) => Promise<Response> {
  const waiting = new Map<number, (answer: WorkerAnswer) => void>();
  let thread: Thread | undefined;
  let count = 0;

  function started(): Thread {
    if (thread) return thread;
    thread = start();
    // One that cannot be loaded, or ended, answers nobody: the next request starts another.
    thread.addEventListener('error', () => {
      thread = undefined;
      for (const [id, take] of waiting) take({ id, failure: 'The worker that sends requests has failed.' });
      waiting.clear();
    });
    thread.addEventListener('message', ({ data }) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    return thread;
  }

  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(reasonOf(signal));
      count += 1;
      const id = count;
      const worker = started();
      const abandon = () => {
        waiting.delete(id);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
        worker.postMessage({ id, abandoned: true });
        if (signal) reject(reasonOf(signal));
      };
      signal?.addEventListener('abort', abandon, { once: true });
      waiting.set(id, (answer) => {
        signal?.removeEventListener('abort', abandon);
        if ('failure' in answer) reject(new TypeError(answer.failure));
        else resolve(new Response(answer.text, { status: answer.status }));
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      worker.postMessage({ id, url, method, headers, body });
    });
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new DOMException('The request was abandoned.', 'AbortError');
}
