import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { createTRPCClient, httpBatchLink, httpBatchStreamLink, TRPCClientError } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BrowserServer, startBrowserServer } from './browser-server.ts';
import { securityHeaders } from './security-headers.ts';

const trpc = initTRPC.context<{ name: string }>().create();
let running = 0;
const router = trpc.router({
  name: trpc.procedure.query(({ ctx }) => ctx.name),
  length: trpc.procedure.input(z.string()).mutation(({ input }) => input.length),
  fail: trpc.procedure.mutation(() => {
    throw new Error('a defect');
  }),
  count: trpc.procedure.input(z.number()).query(async function* ({ input, signal }) {
    running += 1;
    try {
      for (let value = 0; value < input && !signal?.aborted; value += 1) {
        yield value;
        await new Promise(setImmediate);
      }
    } finally {
      running -= 1;
    }
  }),
});

const script = 'console.log("虎符");'.repeat(50);
const defects: unknown[] = [];
let directory = '';
let server: BrowserServer;
// One connection per request, so that no test inherits what another left behind.
const agent = new Agent({ keepAlive: false });

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hufu-server-'));
  const page = join(directory, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>虎符</title>');
  writeFileSync(join(page, 'icon.svg'), '<svg/>');
  writeFileSync(join(page, 'assets/main-12345678.js'), script);
  writeFileSync(join(page, 'assets/main-12345678.js.br'), brotliCompressSync(script));
  writeFileSync(join(page, 'assets/main-12345678.js.gz'), gzipSync(script));
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  defects.length = 0;
  server = await start();
});
afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

function start(options: { port?: number } = {}): Promise<BrowserServer> {
  return startBrowserServer({
    router,
    createContext: () => ({ name: 'host' }),
    staticDirectory: join(directory, 'page'),
    bodyLimitBytes: 1000,
    onDefect: (error) => defects.push(error),
    ...options,
  });
}

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

async function fetchRaw({ method = 'GET', path = '/', headers = {}, body }: Sent) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const host = `127.0.0.1:${server.port}`;
    const outgoing = request({ agent, port: server.port, host: '127.0.0.1', method, path, setHost: false });
    for (const [name, value] of Object.entries({ host, ...headers })) outgoing.setHeader(name, value);
    outgoing.once('response', resolve).once('error', reject).end(body);
  });
  const encoding = answer.headers['content-encoding'];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  const plain = encoding === 'br' ? brotliDecompressSync(content) : content;
  return { status: answer.statusCode, headers: answer.headers, body: plain.toString('utf8'), length: content.length };
}

const asPage = (): Record<string, string> => ({
  origin: server.origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  authorization: `Bearer ${server.token}`,
});

function client(token = server.token, link: typeof httpBatchLink | typeof httpBatchStreamLink = httpBatchStreamLink) {
  return createTRPCClient<typeof router>({
    links: [
      link({ url: `${server.origin}/api`, methodOverride: 'POST', headers: { authorization: `Bearer ${token}` } }),
    ],
  });
}

test('the address carries the token where no server sees it', () => {
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/#token=${server.token}`);
});

describe('the guard stands in front of every route', () => {
  // Everything wrong that a request can have, in one header or the method, over both areas.
  const wrong: [string, Sent, number][] = [
    ['another host', { headers: { host: 'rebound.example' } }, 403],
    ['localhost', { headers: { host: 'localhost' } }, 403],
    ['another origin', { headers: { origin: 'http://evil.example' } }, 403],
    ['an opaque origin', { headers: { origin: 'null' } }, 403],
    ['another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['a neighbouring site', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
    ['an upgrade', { headers: { connection: 'upgrade', upgrade: 'websocket' } }, 400],
    ['PUT', { method: 'PUT' }, 405],
    ['DELETE', { method: 'DELETE' }, 405],
    ['a preflight', { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } }, 405],
  ];
  const routes: [string, () => Sent][] = [
    ['the page', () => ({ path: '/' })],
    ['an asset', () => ({ path: '/assets/main-12345678.js' })],
    ['a missing file', () => ({ path: '/absent' })],
    ['a procedure', () => ({ method: 'POST', path: '/api/length', headers: asPage(), body: '"abc"' })],
    ['a missing procedure', () => ({ method: 'POST', path: '/api/absent', headers: asPage(), body: '{}' })],
  ];
  test.each(routes.flatMap(([route, base]) => wrong.map((entry) => [route, base, ...entry] as const)))(
    '%s: %4$s',
    async (_route, base, _name, change, status) => {
      const right = base();
      const answer = await fetchRaw({ ...right, ...change, headers: { ...right.headers, ...change.headers } });
      expect(answer.status).toBe(status);
      expect(answer.body).not.toContain('虎符</title>');
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test.each<[string, Sent, number]>([
    ['no token', { headers: { authorization: '' } }, 401],
    ['a wrong token', { headers: { authorization: `Bearer ${'A'.repeat(43)}` } }, 401],
    ['GET', { method: 'GET' }, 405],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, 415],
    ['too long', { body: JSON.stringify('x'.repeat(1000)) }, 413],
    ['two tokens', { headers: { authorization: [`Bearer x`, `Bearer y`] } }, 400],
  ])('a procedure: %s', async (_name, change, status) => {
    const headers = { ...asPage(), ...change.headers };
    const answer = await fetchRaw({ method: 'POST', path: '/api/length', body: '"abc"', ...change, headers });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({
      error: {
        data: {
          httpStatus: status,
          hufu: { code: expect.stringMatching(/^server\./), text: { zh: expect.any(String) } },
        },
      },
    });
  });

  test('the same call without a fault is answered, without cookies and CORS', async () => {
    const answer = await fetchRaw({ method: 'POST', path: '/api/length', headers: asPage(), body: '"abc"' });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { result: { data: 3 } }]);
    expect(Object.keys(answer.headers).filter((name) => /cookie|access-control/.test(name))).toEqual([]);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  test('a body whose length nobody told is stopped at the limit', async () => {
    const headers = { ...asPage(), 'transfer-encoding': 'chunked' };
    const body = JSON.stringify('x'.repeat(5000));
    const answer = await fetchRaw({ method: 'POST', path: '/api/length', headers, body });
    expect([answer.status, JSON.parse(answer.body).error.data.hufu.code]).toEqual([413, 'server.bodyTooLarge']);
  });

  test('a body that is not UTF-8 is refused instead of mended', async () => {
    const body = Buffer.of(0x22, 0xff, 0x22);
    const answer = await fetchRaw({ method: 'POST', path: '/api/length', headers: asPage(), body });
    expect([answer.status, JSON.parse(answer.body).error.data.hufu.code]).toEqual([400, 'server.bodyCharset']);
  });

  test.each(['GET http://evil.example/ HTTP/1.1', 'GET //evil.example/ HTTP/1.1', 'OPTIONS * HTTP/1.1'])(
    'a target that is no path: %s',
    async (line) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.end(`${line}\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
    },
  );

  test('two Host headers, and none', async () => {
    for (const hosts of [`Host: 127.0.0.1:${server.port}\r\nHost: evil.example\r\n`, '']) {
      const socket = connect(server.port, '127.0.0.1');
      socket.end(`GET / HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
    }
  });

  test('a tunnel is not opened', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.end(`CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
    expect(await text(socket)).not.toMatch(/ 200 /);
  });
});

describe('the page', () => {
  test('is served to who opens it, with every security header and never from a cache', async () => {
    const answer = await fetchRaw({
      headers: { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    });
    expect([answer.status, answer.body]).toEqual([200, '<!doctype html><title>虎符</title>']);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  });

  test('every answer has every security header', async () => {
    const expected = Object.fromEntries(
      Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    );
    for (const sent of [
      {},
      { path: '/absent' },
      { method: 'POST', path: '/api/name' },
      { headers: { host: 'evil' } },
    ]) {
      expect((await fetchRaw(sent)).headers).toMatchObject(expected);
    }
  });

  test('a hashed asset is compressed by what the browser accepts and kept for good', async () => {
    const path = '/assets/main-12345678.js';
    const [plain, brotli, gzip, refused] = await Promise.all(
      ['', 'gzip, deflate, br', 'gzip;q=1.0', 'br;q=0, identity'].map((accepted) =>
        fetchRaw({ path, headers: { 'accept-encoding': accepted } }),
      ),
    );
    expect([plain, brotli, refused].map((answer) => answer?.body)).toEqual([script, script, script]);
    expect([plain, brotli, gzip, refused].map((answer) => answer?.headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotli?.length).toBeLessThan(script.length);
    expect(brotli?.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
  });

  test('HEAD has the headers alone', async () => {
    const answer = await fetchRaw({ method: 'HEAD', path: '/icon.svg' });
    expect([answer.status, answer.length, answer.headers['content-length']]).toEqual([200, 0, '6']);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/index.html%00',
  ])('nothing outside the folder: %s', async (path) => {
    const answer = await fetchRaw({ path });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('There is no file named');
  });
});

describe('the API', () => {
  test.each([httpBatchLink, httpBatchStreamLink])('queries and mutations by POST, batched', async (link) => {
    const { name, length } = client(server.token, link);
    expect(await Promise.all([name.query(), name.query()])).toEqual(['host', 'host']);
    expect(await length.mutate('𠮷省')).toBe(3);
  });

  test('a stream arrives piece by piece and ends on the server when the reader leaves', async () => {
    const values: number[] = [];
    for await (const value of await client().count.query(5)) values.push(value);
    expect(values).toEqual([0, 1, 2, 3, 4]);

    const controller = new AbortController();
    const stream = await client().count.query(1e9, { signal: controller.signal });
    const read = (async () => {
      for await (const value of stream) if (value === 3) controller.abort();
    })();
    await expect(read).rejects.toThrow();
    await expect.poll(() => running).toBe(0);
  });

  test('a refusal reaches the client as a sentence', async () => {
    const error = await client('A'.repeat(43))
      .name.query()
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TRPCClientError);
    expect(error).toMatchObject({ data: { code: 'UNAUTHORIZED', hufu: { code: 'server.token' } } });
  });

  test('a defect is reported to the host', async () => {
    await expect(client().fail.mutate()).rejects.toThrow();
    expect(defects).toEqual([expect.objectContaining({ message: 'a defect' })]);
  });

  test('a caller that leaves in the middle of its body is no defect and hurts nobody', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const head = Object.entries({ host: `127.0.0.1:${server.port}`, ...asPage(), 'content-length': '500' })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    socket.write(`POST /api/length HTTP/1.1\r\n${head}\r\n"abc`);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    expect(await client().name.query()).toBe('host');
    expect(defects).toEqual([]);
  });
});

describe('ports', () => {
  test('a port in use is a sentence', async () => {
    await expect(start({ port: server.port })).rejects.toMatchObject({
      code: 'server.portInUse',
      message: expect.stringContaining(String(server.port)),
    });
  });

  test.each([-1, 65_536, 1.5, NaN])('no port: %s', async (port) => {
    await expect(start({ port })).rejects.toMatchObject({ code: 'server.badPort' });
  });

  test('the port is free again after close, and open streams end', async () => {
    const stream = await client().count.query(1e9);
    const read = (async () => {
      for await (const value of stream) expect(value).toBeTypeOf('number');
    })();
    const { port } = server;
    await server.close();
    await expect(read).rejects.toThrow();
    server = await start({ port });
    expect(server.port).toBe(port);
  });

  test('every launch has its own token', async () => {
    const other = await start();
    expect(other.token).not.toBe(server.token);
    await other.close();
  });
});
