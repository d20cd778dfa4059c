import { describe, expect, it } from 'vitest';
import { createWorkerFetch, type WorkerAnswer, type WorkerRequest } from './worker-fetch.ts';

function createThread() {
  const received: WorkerRequest[] = [];
  let listen: (event: { readonly data: WorkerAnswer }) => void = () => undefined;
  let fail: () => void = () => undefined;
  let starts = 0;
  const start = () => {
    starts += 1;
    return {
      addEventListener: (type: 'message' | 'error', listener: typeof listen | typeof fail) => {
        if (type === 'message') listen = listener;
        else fail = listener as typeof fail;
      },
      postMessage: (message: WorkerRequest) => received.push(message),
    };
  };
  return {
    start,
    received,
    answer: (data: WorkerAnswer) => listen({ data }),
    fail: () => fail(),
    starts: () => starts,
  };
}

const request = { method: 'POST', headers: {}, body: '{}' };

describe('a request in a worker', () => {
  it('gets its own answer, whatever order answers come in', async () => {
    const thread = createThread();
    const send = createWorkerFetch(thread.start);
    const [first, second] = [send('/api/a', request), send('/api/b', request)];
    thread.answer({ id: 2, status: 400, text: '"b"' });
    thread.answer({ id: 1, status: 200, text: '"a"' });
    expect([(await first).ok, await (await first).json()]).toEqual([true, 'a']);
    expect([(await second).ok, await (await second).json()]).toEqual([false, 'b']);
    expect(thread.starts()).toBe(1);
  });

  it('fails with the worker, and the next one starts another', async () => {
    const thread = createThread();
    const send = createWorkerFetch(thread.start);
    const first = send('/api/a', request);
    thread.fail();
    await expect(first).rejects.toThrow(TypeError);
    const second = send('/api/b', request);
    thread.answer({ id: 2, status: 200, text: '1' });
    expect(await (await second).json()).toBe(1);
    expect(thread.starts()).toBe(2);
  });

  it('is abandoned there too, and rejects with the reason', async () => {
    const thread = createThread();
    const abandonment = new AbortController();
    const answer = createWorkerFetch(thread.start)('/api/a', { ...request, signal: abandonment.signal });
    abandonment.abort(new Error('given up'));
    await expect(answer).rejects.toThrow('given up');
    expect(thread.received.at(-1)).toEqual({ id: 1, abandoned: true });
    thread.answer({ id: 1, status: 200, text: '' });
  });

  it('rejects as fetch does when nobody answers', async () => {
    const thread = createThread();
    const answer = createWorkerFetch(thread.start)('/api/a', request);
    thread.answer({ id: 1, failure: 'Failed to fetch' });
    await expect(answer).rejects.toThrow(TypeError);
  });
});
