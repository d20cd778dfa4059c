import type { WorkerAnswer, WorkerRequest } from './worker-fetch.ts';

/** Sends large requests: turning megabytes of text into bytes takes longer than the time between two keystrokes. */
const abandonments = new Map<number, AbortController>();

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => void carryOut(data));

async function carryOut(request: WorkerRequest): Promise<void> {
  const { id } = request;
  if ('abandoned' in request) return abandonments.get(id)?.abort();
  const abandonment = new AbortController();
  abandonments.set(id, abandonment);
  try {
    const { url, method, headers, body } = request;
    const response = await fetch(url, { method, headers, body, signal: abandonment.signal });
    answer({ id, status: response.status, text: await response.text() });
  } catch (error) {
    answer({ id, failure: error instanceof Error ? error.message : String(error) });
  } finally {
    abandonments.delete(id);
  }
}

function answer(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one listener, its page
  self.postMessage(message);
}
