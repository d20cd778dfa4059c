import { createServer } from 'node:net';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultResponseLimitBytes, type HttpRequest, type TransportOptions } from './http-exchange.ts';
import { sendHttp } from './send-http.ts';
import { startTestPeer, type TestPeer } from './test-peer.ts';

const peers: TestPeer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function startPeer(answer: string | Buffer | ((socket: Socket) => void)): Promise<TestPeer> {
  const started = await startTestPeer(typeof answer === 'function' ? answer : (socket) => void socket.end(answer));
  peers.push(started);
  return started;
}

function send({ port }: { port: number }, request: Partial<HttpRequest> = {}, options: TransportOptions = {}) {
  const url = `http://127.0.0.1:${port}/gateway?x=1`;
  return sendHttp({ method: 'POST', url, headers: [], body: Buffer.from('{}'), ...request }, options);
}

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('the bytes', () => {
  test('go out as given: order and case of headers, repetitions, UTF-8 and any other byte', async () => {
    const there = await startPeer(ok);
    const body = Buffer.concat([Buffer.from('{"姓名":"𠮷󠄀"}'), Buffer.of(0, 0xff, 0xfe, 0x0d, 0x0a)]);
    const headers = [
      ['z-last', 'é'],
      ['Content-Type', 'application/json'],
      ['x-A', '1'],
      ['X-a', ' 2 '],
      ['Host', 'named.example'],
    ] as const;
    const answer = await send(there, { headers, body });
    const head =
      'POST /gateway?x=1 HTTP/1.1\r\nz-last: é\r\nContent-Type: application/json\r\nx-A: 1\r\nX-a:  2 \r\nHost: named.example\r\n' +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
    expect(there.requests[0]?.toString('latin1')).toBe(head + body.toString('latin1'));
    expect(answer.requestHead).toBe(head);
    expect(Buffer.compare(answer.requestBytes, there.requests[0] ?? Buffer.of())).toBe(0);
    expect(answer.remoteAddress).toBe(`127.0.0.1:${there.port}`);
  });

  test('come back as they were, compressed or not, with every header in its place', async () => {
    const packed = gzipSync('虎符');
    const head = `HTTP/1.1 503 Try Later\r\nb: 1\r\nSet-Cookie: x\r\nA: 2\r\nset-cookie: y\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`;
    const there = await startPeer(Buffer.concat([Buffer.from(head), packed]));
    const answer = await send(there);
    expect(answer).toMatchObject({
      status: 503,
      statusText: 'Try Later',
      httpVersion: '1.1',
      headers: [
        ['b', '1'],
        ['Set-Cookie', 'x'],
        ['A', '2'],
        ['set-cookie', 'y'],
        ['Content-Encoding', 'gzip'],
        ['Content-Length', String(packed.length)],
      ],
    });
    expect(Buffer.compare(answer.body, packed)).toBe(0);
    expect(there.requests[0]?.toString('latin1')).not.toMatch(/accept-encoding/i);
    expect(answer.tlsInfo).toBeUndefined();
  });

  test('without chunk framing', async () => {
    const there = await startPeer(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n',
    );
    expect(Buffer.from((await send(there)).body).toString()).toBe('abcde');
  });

  test('until the connection ends, by HTTP/1.0', async () => {
    const answer = await send(await startPeer('HTTP/1.0 200 OK\r\n\r\nnot json'));
    expect([answer.httpVersion, Buffer.from(answer.body).toString()]).toEqual(['1.0', 'not json']);
  });

  test('a large body goes both ways', async () => {
    const body = Buffer.alloc(3_000_000, '省');
    const there = await startPeer((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.end(body);
    });
    const answer = await send(there, { body });
    expect(Buffer.compare(answer.body, body)).toBe(0);
    expect(there.requests[0]?.length).toBe(answer.requestBytes.length);
  });

  test('a head of 40 KB is read', async () => {
    const answer = await send(
      await startPeer(`HTTP/1.1 200 OK\r\nsign: ${'a'.repeat(40_000)}\r\nContent-Length: 0\r\n\r\n`),
    );
    expect(answer.headers[0]?.[1]).toHaveLength(40_000);
  });
});

test('a redirect is an answer, and one connection serves one call', async () => {
  const there = await startPeer('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n');
  const answer = await send(there);
  expect([answer.status, answer.headers[0]]).toEqual([302, ['Location', '/elsewhere']]);
  expect(there.requests).toHaveLength(1);
});

test.each(['HEAD', 'GET', 'DELETE'])('%s without a body', async (method) => {
  const there = await startPeer(method === 'HEAD' ? 'HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n' : ok);
  expect((await send(there, { method, body: new Uint8Array() })).status).toBe(200);
  expect(there.requests[0]?.toString()).toMatch(
    new RegExp(`^${method} /gateway\\?x=1 HTTP/1.1\r\nHost: [^\r]+\r\nConnection: close\r\n\r\n$`),
  );
});

test('an early hint is no answer', async () => {
  const answer = await send(await startPeer(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}`));
  expect(answer.status).toBe(200);
});

test('the phases it had have a time, the others have none', async () => {
  const there = await startPeer(ok);
  const { timings } = await send(there);
  expect(timings).toEqual({
    dns: null,
    tcp: expect.any(Number),
    proxy: null,
    tls: null,
    firstByte: expect.any(Number),
    body: expect.any(Number),
    total: expect.any(Number),
  });
  const parts = (timings.tcp ?? 0) + (timings.firstByte ?? 0) + (timings.body ?? 0);
  expect(timings.total).toBeCloseTo(parts, 6);
  const named = await send(
    there,
    { url: `http://peer.example:${there.port}/` },
    { lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
  );
  expect(named.timings.dns).toEqual(expect.any(Number));
});

describe('the limit', () => {
  test('is 20 MB when nothing is said', () => {
    expect(defaultResponseLimitBytes).toBe(20_000_000);
  });

  test('an announced length over it is refused before the body is read', async () => {
    const there = await startPeer((socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n'));
    await expect(send(there, {}, { responseLimitBytes: 10 })).rejects.toMatchObject({
      code: 'transport.tooLarge',
      message: expect.stringMatching(/127\.0\.0\.1:\d+ has 11 bytes, over the limit of 10 bytes/),
    });
  });

  test('a body of no announced length is stopped there', async () => {
    const there = await startPeer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const more = () => void (socket.writable && socket.write('5\r\nabcde\r\n', more));
      more();
    });
    await expect(send(there, {}, { responseLimitBytes: 10 })).rejects.toMatchObject({ code: 'transport.tooLarge' });
  });

  test('a body of just that length is not', async () => {
    const there = await startPeer('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789');
    expect((await send(there, {}, { responseLimitBytes: 10 })).body).toHaveLength(10);
  });
});

describe('failures', () => {
  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return typeof address === 'object' && address ? address.port : 0;
  }

  test('nobody listens', async () => {
    const port = await freePort();
    await expect(send({ port })).rejects.toMatchObject({
      code: 'transport.refused',
      message: expect.stringContaining(`127.0.0.1:${port}`),
      detail: { text: { zh: expect.stringContaining(`127.0.0.1:${port}`) } },
    });
  });

  test.each(['ENOTFOUND', 'EAI_AGAIN'])('the name is unknown: %s', async (code) => {
    const lookup: TransportOptions['lookup'] = (_host, _options, done) =>
      done(Object.assign(new Error(code), { code }), '', 0);
    await expect(send({ port: 1 }, { url: 'http://peer.invalid/' }, { lookup })).rejects.toMatchObject({
      code: 'transport.dns',
      message: expect.stringContaining('peer.invalid'),
    });
  });

  test.each([
    ['resolving', (): TransportOptions => ({ lookup: () => undefined }), 'http://peer.example/'],
    ['waiting for the answer', (): TransportOptions => ({}), undefined],
  ])('the time is up while %s', async (phase, options, url) => {
    const there = await startPeer(() => undefined);
    const request = url === undefined ? {} : { url };
    await expect(send(there, request, { timeoutMilliseconds: 40, ...options() })).rejects.toMatchObject({
      code: 'transport.timeout',
      message: expect.stringMatching(new RegExp(`within 40 ms.*${phase}`)),
    });
  });

  test('the time is up in the middle of the body', async () => {
    const there = await startPeer((socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab'));
    await expect(send(there, {}, { timeoutMilliseconds: 40 })).rejects.toMatchObject({
      code: 'transport.timeout',
      message: expect.stringContaining('receiving the answer'),
    });
  });

  test('the caller gave up before: nothing is sent', async () => {
    const there = await startPeer(ok);
    const sent = send(there, {}, { signal: AbortSignal.abort() });
    await expect(sent).rejects.toMatchObject({ code: 'transport.aborted' });
    expect(there.requests).toEqual([]);
  });

  test('the caller gives up, while waiting and in the middle of the body', async () => {
    for (const start of ['', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab']) {
      const controller = new AbortController();
      const there = await startPeer((socket) => {
        socket.write(start, () => controller.abort());
      });
      await expect(send(there, {}, { signal: controller.signal })).rejects.toMatchObject({ code: 'transport.aborted' });
    }
  });

  test('the connection ends before the answer', async () => {
    await expect(send(await startPeer((socket) => void socket.end()))).rejects.toMatchObject({
      code: 'transport.reset',
      message: expect.stringContaining('waiting for the answer'),
    });
    await expect(send(await startPeer((socket) => void socket.resetAndDestroy()))).rejects.toMatchObject({
      code: 'transport.reset',
    });
  });

  test.each([
    ['with a length', 'Content-Length: 9\r\n\r\nab', '2 of 9 bytes'],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n5\r\nab', 'after 2 bytes'],
  ])('the connection ends in the middle of a body %s', async (_name, rest, amount) => {
    await expect(send(await startPeer(`HTTP/1.1 200 OK\r\n${rest}`))).rejects.toMatchObject({
      code: 'transport.reset',
      message: expect.stringContaining(amount),
    });
  });

  test.each([
    'SSH-2.0-OpenSSH_9\r\n',
    '\x15\x03\x01\x00\x02\x02\x46',
    'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n',
    `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`,
  ])('the answer is not HTTP: %#', async (answer) => {
    await expect(send(await startPeer(Buffer.from(answer, 'latin1')))).rejects.toMatchObject({
      code: 'transport.badAnswer',
      message: expect.stringContaining('127.0.0.1'),
    });
  });

  test('the server switches to another protocol', async () => {
    const there = await startPeer('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
    await expect(send(there)).rejects.toMatchObject({
      code: 'transport.badAnswer',
      message: expect.stringContaining('(x)'),
    });
  });
});
