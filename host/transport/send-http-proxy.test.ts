import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeTestCertificate } from './make-test-certificate.ts';
import { sendHttp } from './send-http.ts';
import { startTestPeer, startTunnelTo, type TestPeer } from './test-peer.ts';

const authority = makeTestCertificate({ name: 'Test CA', isAuthority: true });
const server = makeTestCertificate({ name: 'server', hosts: ['peer.example'], issuer: authority });
const tls = { caPem: authority.certificatePem, verify: true };
const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const body = Buffer.from('{"省":1}');

const peers: TestPeer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function start(...parameters: Parameters<typeof startTestPeer>): Promise<TestPeer> {
  const peer = await startTestPeer(...parameters);
  peers.push(peer);
  return peer;
}

async function startTunnel(port: number): Promise<TestPeer> {
  const tunnel = await startTunnelTo(port);
  peers.push(tunnel);
  return tunnel;
}

function send(url: string, proxyUrl: string, options: { timeoutMilliseconds?: number } = {}) {
  const request = { method: 'POST', url, headers: [['X-a', '1']] as const, body };
  return sendHttp(request, { tls, proxy: { url: proxyUrl }, ...options });
}

test('http goes to the proxy with its whole address, and credentials for the proxy alone', async () => {
  const proxy = await start((socket) => void socket.end(answer));
  const result = await send('http://peer.example/a?b=1', `http://li:%E8%99%8E@127.0.0.1:${proxy.port}`);
  const head = `POST http://peer.example/a?b=1 HTTP/1.1\r\nHost: peer.example\r\nX-a: 1\r\nContent-Length: ${body.length}\r\nConnection: close\r\n`;
  const authorization = Buffer.from('li:虎').toString('base64');
  expect(proxy.requests.map(String)).toEqual([
    `${head}Proxy-Authorization: Basic ${authorization}\r\n\r\n${String(body)}`,
  ]);
  expect(Buffer.from(result.requestBytes).toString()).toBe(`${head}Proxy-Authorization: ***\r\n\r\n${String(body)}`);
  expect(result.remoteAddress).toBe(`127.0.0.1:${proxy.port}`);
  expect(result.timings).toMatchObject({ proxy: null, tls: null });
});

test('https goes through a tunnel: the proxy sees host and port, the peer no trace of the proxy', async () => {
  const peer = await start((socket) => void socket.end(answer), { cert: server.certificatePem, key: server.keyPem });
  const proxy = await startTunnel(peer.port);
  const result = await send('https://peer.example/a', `http://li:safe@127.0.0.1:${proxy.port}`);
  expect(proxy.requests.map(String)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^CONNECT peer.example:443 HTTP/1.1\r\nHost: peer.example:443\r\nProxy-Authorization: Basic ${Buffer.from('li:safe').toString('base64')}\r\n`,
      ),
    ),
  ]);
  expect(peer.requests).toEqual([Buffer.from(result.requestBytes)]);
  expect(String(peer.requests[0])).toMatch(/^POST \/a HTTP\/1.1\r\nHost: peer.example\r\n/);
  expect(String(peer.requests[0])).not.toMatch(/proxy/i);
  expect(result).toMatchObject({
    status: 200,
    tlsInfo: { authorized: true, certificate: { subject: 'CN=server' } },
    timings: { proxy: expect.any(Number), tls: expect.any(Number) },
  });
});

test('the certificate is checked against the peer, not the proxy', async () => {
  const peer = await start((socket) => void socket.end(answer), { cert: server.certificatePem, key: server.keyPem });
  const proxy = await startTunnel(peer.port);
  await expect(send('https://other.example/', `http://127.0.0.1:${proxy.port}`)).rejects.toMatchObject({
    code: 'transport.tls',
    message: expect.stringContaining('other.example'),
  });
});

test.each([
  ['http', 407, /asks for credentials/],
  ['https', 407, /asks for credentials/],
  ['https', 403, /does not connect to peer\.example \(status 403/],
  ['https', 302, /status 302/],
])('%s: the proxy answers %d', async (scheme, status, sentence) => {
  const proxy = await start((socket) => void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`));
  await expect(send(`${scheme}://peer.example/`, `http://li:secret@127.0.0.1:${proxy.port}`)).rejects.toMatchObject({
    code: 'transport.proxy',
    message: expect.stringMatching(sentence),
    detail: { text: { zh: expect.not.stringContaining('secret') } },
  });
});

test('http: any other status of the proxy is an answer', async () => {
  const proxy = await start((socket) => void socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
  expect((await send('http://peer.example/', `http://127.0.0.1:${proxy.port}`)).status).toBe(502);
});

test.each(['http', 'https'])('%s: a proxy that is not there', async (scheme) => {
  const gone = await startTestPeer(() => undefined);
  await gone.close();
  await expect(send(`${scheme}://peer.example/`, `http://127.0.0.1:${gone.port}`)).rejects.toMatchObject({
    code: 'transport.proxy',
    message: expect.stringContaining(`127.0.0.1:${gone.port}`),
  });
});

test.each<[string, (socket: Socket) => void]>([
  ['hangs up', (socket) => void socket.end()],
  ['speaks nonsense', (socket) => void socket.end('SSH-2.0\r\n\r\n')],
])('a proxy that %s', async (_name, behave) => {
  const proxy = await start(behave);
  await expect(send('https://peer.example/', `http://127.0.0.1:${proxy.port}`)).rejects.toMatchObject({
    code: 'transport.proxy',
  });
});

test('a proxy that says nothing', async () => {
  const proxy = await start(() => undefined);
  await expect(
    send('https://peer.example/', `http://127.0.0.1:${proxy.port}`, { timeoutMilliseconds: 40 }),
  ).rejects.toMatchObject({
    code: 'transport.timeout',
    message: expect.stringContaining('tunnel through the proxy'),
  });
});
