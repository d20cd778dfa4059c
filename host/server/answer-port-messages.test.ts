import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { initTRPC, TRPCError } from '@trpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { HufuError } from '../../shared/hufu-error.ts';
import { answerPortMessages } from './answer-port-messages.ts';
import { startBrowserServer } from './browser-server.ts';

const trpc = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, stack: undefined, hufu: error.cause instanceof HufuError ? error.cause.detail : undefined },
  }),
});

const refused = new HufuError({ code: 'test.refused', text: { zh: '不行。', en: 'It does not work.' } });
const aborted: string[] = [];

const router = trpc.router({
  greet: trpc.procedure.input(z.strictObject({ name: z.string() })).query(({ input }) => `你好，${input.name}`),
  nothing: trpc.procedure.mutation(() => undefined),
  values: trpc.procedure.query(() => ({ absent: undefined, date: new Date(0), bytes: new Uint8Array([1, 2]) })),
  refuse: trpc.procedure.mutation(() => {
    throw new TRPCError({ code: 'BAD_REQUEST', message: refused.message, cause: refused });
  }),
  fail: trpc.procedure.mutation(() => {
    throw new Error('a defect');
  }),
  wait: trpc.procedure.mutation(
    ({ signal }) =>
      new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => {
          aborted.push('wait');
          resolve();
        });
      }),
  ),
  stream: trpc.procedure.query(async function* () {
    yield 1;
  }),
  pages: trpc.router({ count: trpc.procedure.query(() => 3) }),
});

/** A page's end of a channel whose other end answers. */
function openChannel() {
  const { port1, port2 } = new MessageChannel();
  const defects: unknown[] = [];
  const answers = answerPortMessages({
    router,
    createContext: () => ({}),
    send: (answer) => port2.postMessage(answer),
    onDefect: (error) => defects.push(error),
  });
  port2.on('message', (message) => answers.receive(message));
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  const ask = (request: unknown) => {
    const answer = new Promise<unknown>((resolve) => port1.once('message', resolve));
    port1.postMessage(request);
    return answer;
  };
  return { port: port1, ask, answers, defects };
}

async function overHttp(path: string, input: unknown) {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-port-'));
  writeFileSync(join(directory, 'index.html'), '');
  const server = await startBrowserServer({ router, createContext: () => ({}), staticDirectory: directory });
  try {
    const response = await fetch(`${server.origin}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${server.token}` },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    });
    return { status: response.status, body: await response.json() };
  } finally {
    await server.close();
    rmSync(directory, { recursive: true });
  }
}

it.each([
  ['greet', { name: '张三' }],
  ['greet', { name: 7 }],
  ['greet', undefined],
  ['nothing', undefined],
  ['values', undefined],
  ['refuse', undefined],
  ['fail', undefined],
  ['pages.count', undefined],
])('answers %s with %j as over HTTP', async (path, input) => {
  const { ask } = openChannel();
  const answer = await ask({ id: 5, path, input });
  expect(answer).toEqual({ id: 5, ...(await overHttp(path, input)) });
});

it.each([
  ['unknown', 404, 'NOT_FOUND'],
  ['constructor', 404, 'NOT_FOUND'],
  ['stream', 415, 'UNSUPPORTED_MEDIA_TYPE'],
])('refuses %s with the status it has over HTTP', async (path, status, code) => {
  const { ask } = openChannel();
  expect(await ask({ id: 1, path })).toMatchObject({ id: 1, status, body: { error: { data: { code, path } } } });
  expect((await overHttp(path, undefined)).status).toBe(status);
});

it('keeps the sentences of a refusal and reports a defect without a word of it to the page', async () => {
  const { ask, defects } = openChannel();
  expect(await ask({ id: 1, path: 'refuse' })).toMatchObject({
    status: 400,
    body: { error: { data: { hufu: refused.detail } } },
  });
  expect(defects).toEqual([]);
  const answer = await ask({ id: 2, path: 'fail' });
  expect(answer).not.toHaveProperty('body.error.data.stack');
  expect(defects).toEqual([new Error('a defect')]);
});

it('aborts an abandoned call and sends no answer to it', async () => {
  const { port, ask } = openChannel();
  aborted.length = 0;
  port.postMessage({ id: 1, path: 'wait' });
  port.postMessage({ id: 1, abort: true });
  // An answer to 1 would arrive first.
  expect(await ask({ id: 2, path: 'nothing' })).toMatchObject({ id: 2 });
  expect(aborted).toEqual(['wait']);
});

it('aborts every open call when the page is gone', async () => {
  const { port, ask, answers } = openChannel();
  aborted.length = 0;
  port.postMessage({ id: 1, path: 'wait' });
  port.postMessage({ id: 2, path: 'wait' });
  await ask({ id: 3, path: 'nothing' });
  answers.close();
  expect(aborted).toEqual(['wait', 'wait']);
});

it.each([[null], ['greet'], [{ id: '1', path: 'greet' }], [{ id: 1 }], [{ id: 1, path: 7 }]])(
  'does not answer %j',
  async (message) => {
    const { port, ask, defects } = openChannel();
    port.postMessage(message);
    expect(await ask({ id: 9, path: 'nothing' })).toMatchObject({ id: 9 });
    expect(defects).toHaveLength(1);
  },
);
