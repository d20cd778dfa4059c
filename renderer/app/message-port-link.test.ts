import { expect, it, onTestFinished, vi } from 'vitest';
import type { PortAnswer, PortRequest } from '../../shared/model/port-messages.ts';
import { fetchOver } from './message-port-link.ts';

/** A channel whose far end notes what arrives and answers with whatever `answer` returns. */
function farEnd(answer: (request: PortRequest) => PortAnswer | undefined) {
  const { port1, port2 } = new MessageChannel();
  const arrived: PortRequest[] = [];
  port2.addEventListener('message', ({ data }) => {
    arrived.push(data as PortRequest);
    const reply = answer(data as PortRequest);
    if (reply) port2.postMessage(reply);
  });
  port2.start();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  return { call: fetchOver(port1), arrived };
}

const url = (path: string) => `http://hufu.invalid/api/${path}`;

it('sends path and input, and gives each caller its own answer in whatever order they come', async () => {
  const held: PortAnswer[] = [];
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  port2.addEventListener('message', ({ data }) => {
    const { id, path } = data as { id: number; path: string };
    held.push({ id, status: 200, body: { result: { data: path } } });
    if (held.length === 2) for (const answer of held.toReversed()) port2.postMessage(answer);
  });
  port2.start();
  const call = fetchOver(port1);

  const answers = await Promise.all([call(url('preview'), { body: '{"a":1}' }), call(url('draft'))]);
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
    { result: { data: 'preview' } },
    { result: { data: 'draft' } },
  ]);
});

it('hands a refusal on with its status', async () => {
  const { call, arrived } = farEnd(({ id }) => ({ id, status: 400, body: { error: { message: 'no' } } }));
  const answer = await call(url('send'), { body: '{"call":{}}' });
  expect(answer.ok).toBe(false);
  expect(await answer.json()).toEqual({ error: { message: 'no' } });
  expect(arrived).toEqual([{ id: 1, path: 'send', input: { call: {} } }]);
});

it('tells the far end when a call is abandoned', async () => {
  const abandonment = new AbortController();
  const { call, arrived } = farEnd(() => undefined);
  const waiting = call(url('send'), { signal: abandonment.signal });
  abandonment.abort();
  await expect(waiting).rejects.toThrow('abandoned');
  await vi.waitFor(() =>
    expect(arrived).toEqual([
      { id: 1, path: 'send', input: undefined },
      { id: 1, abort: true },
    ]),
  );
});
