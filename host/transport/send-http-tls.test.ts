import { createPrivateKey } from 'node:crypto';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { TlsOptions } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import type { TlsChoice, TransportOptions } from './http-exchange.ts';
import { makeTestCertificate, type TestCertificate } from './make-test-certificate.ts';
import { sendHttp } from './send-http.ts';
import { startTestPeer, type TestPeer } from './test-peer.ts';

const authority = makeTestCertificate({ name: 'Test CA', isAuthority: true });
const here = makeTestCertificate({
  name: 'here',
  hosts: ['127.0.0.1', 'localhost', 'peer.example'],
  issuer: authority,
});
const client = makeTestCertificate({ name: 'client', issuer: authority });
const trusting: TlsChoice = { caPem: authority.certificatePem, verify: true };

const peers: TestPeer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function startPeer(certificate: TestCertificate, options: TlsOptions = {}): Promise<TestPeer> {
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
  const tls = { cert: certificate.certificatePem, key: certificate.keyPem, ...options };
  const started = await startTestPeer((socket) => void socket.end(answer), tls);
  peers.push(started);
  return started;
}

function send(
  { port }: { port: number },
  tls: TlsChoice | undefined,
  options: TransportOptions & { host?: string } = {},
) {
  const { host = '127.0.0.1', ...rest } = options;
  const request = { method: 'POST', url: `https://${host}:${port}/`, headers: [], body: Buffer.from('{}') };
  return sendHttp(request, { ...(tls && { tls }), ...rest });
}

test('a server of a custom CA is trusted by that CA, and what was agreed is told', async () => {
  const answer = await send(await startPeer(here), trusting);
  expect(answer.tlsInfo).toEqual({
    protocol: 'TLSv1.3',
    cipher: expect.stringMatching(/^TLS_/),
    authorized: true,
    certificate: {
      subject: 'CN=here',
      issuer: 'CN=Test CA',
      subjectAltName: 'IP Address:127.0.0.1, DNS:localhost, DNS:peer.example',
      validFrom: '2020-01-01T00:00:00.000Z',
      validTo: '2120-01-01T00:00:00.000Z',
      fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}/),
    },
  });
  expect(answer.timings).toMatchObject({ dns: null, proxy: null, tls: expect.any(Number) });
});

test('the name of the server is sent and checked', async () => {
  const names: unknown[] = [];
  const there = await startPeer(here, { SNICallback: (name, done) => (names.push(name), done(null)) });
  const lookup: TransportOptions['lookup'] = (_host, _options, done) =>
    done(null, [{ address: '127.0.0.1', family: 4 }]);
  await send(there, trusting, { host: 'peer.example', lookup });
  await expect(send(there, trusting, { host: 'other.example', lookup })).rejects.toMatchObject({
    code: 'transport.tls',
    message: expect.stringMatching(/other\.example:\d+ failed: its certificate was issued for another host name/),
  });
  await send(there, trusting);
  expect(names).toEqual(['peer.example', 'other.example']);
});

describe('a server that does not prove itself is refused, and when verification is off the reason is told', () => {
  const expired = { validFrom: new Date('2020-01-01'), validTo: new Date('2020-02-01') };
  const future = { validFrom: new Date('2110-01-01'), validTo: new Date('2120-01-01') };
  const hosts = ['127.0.0.1'];
  test.each<[string, TestCertificate, TlsChoice | undefined, RegExp, string]>([
    [
      'self-signed',
      makeTestCertificate({ name: 'self', hosts }),
      undefined,
      /is self-signed/,
      'DEPTH_ZERO_SELF_SIGNED_CERT',
    ],
    ['of an unknown CA', here, undefined, /unknown CA/, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    [
      'expired',
      makeTestCertificate({ name: 'old', hosts, issuer: authority, ...expired }),
      trusting,
      /has expired/,
      'CERT_HAS_EXPIRED',
    ],
    [
      'not yet valid',
      makeTestCertificate({ name: 'new', hosts, issuer: authority, ...future }),
      trusting,
      /not valid yet/,
      'CERT_NOT_YET_VALID',
    ],
    [
      'of another host',
      makeTestCertificate({ name: 'there', hosts: ['there.example'], issuer: authority }),
      trusting,
      /another host name/,
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
  ])('%s', async (_name, certificate, choice, sentence, reason) => {
    const there = await startPeer(certificate);
    await expect(send(there, choice)).rejects.toMatchObject({
      code: 'transport.tls',
      message: expect.stringMatching(sentence),
      detail: { text: { zh: expect.stringContaining(`127.0.0.1:${there.port}`) } },
    });
    expect(there.requests).toEqual([]);
    const { tlsInfo } = await send(there, { ...choice, verify: false });
    expect(tlsInfo?.authorized).toBe(false);
    expect(tlsInfo?.authorizationError).toContain(reason);
  });
});

describe('a client certificate', () => {
  const mutual: TlsOptions = { requestCert: true, rejectUnauthorized: true, ca: authority.certificatePem };
  const identity = { clientCertificatePem: client.certificatePem, clientKeyPem: client.keyPem };

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('opens a server that asks for one, by %s', async (version) => {
    const there = await startPeer(here, { ...mutual, minVersion: version, maxVersion: version });
    const answer = await send(there, { ...trusting, ...identity });
    expect([answer.status, answer.tlsInfo?.protocol]).toEqual([200, version]);
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('is missing, by %s', async (version) => {
    const there = await startPeer(here, { ...mutual, minVersion: version, maxVersion: version });
    await expect(send(there, trusting)).rejects.toMatchObject({
      code: 'transport.tls',
      message: expect.stringContaining('asks for a client certificate'),
    });
  });

  test('is of an authority the server does not know', async () => {
    const stranger = makeTestCertificate({ name: 'stranger' });
    const choice = { ...trusting, clientCertificatePem: stranger.certificatePem, clientKeyPem: stranger.keyPem };
    // By TLS 1.3 the handshake is over for us before the server looks, and a Node server then hangs up without a word.
    await expect(send(await startPeer(here, mutual), choice)).rejects.toMatchObject({
      code: expect.stringMatching(/^transport\.(tls|reset)$/),
    });
  });

  test('has a key that is locked by a passphrase', async () => {
    const locked = createPrivateKey(client.keyPem)
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
      .toString();
    const choice = { ...trusting, ...identity, clientKeyPem: locked };
    const there = await startPeer(here, mutual);
    expect((await send(there, { ...choice, passphrase: 'open sesame' })).status).toBe(200);
    for (const wrong of [choice, { ...choice, passphrase: 'wrong words' }]) {
      const failure = send(there, wrong);
      await expect(failure).rejects.toMatchObject({ code: 'transport.clientCertificate' });
      await expect(failure).rejects.not.toThrow('wrong words');
    }
  });

  test.each<[string, Partial<TlsChoice>]>([
    ['no key', { clientCertificatePem: client.certificatePem }],
    ['no certificate', { clientKeyPem: client.keyPem }],
    ['the key of another', { ...identity, clientKeyPem: here.keyPem }],
    ['no PEM', { ...identity, clientKeyPem: 'key' }],
  ])('%s', async (_name, choice) => {
    await expect(send({ port: 1 }, { verify: true, ...choice })).rejects.toMatchObject({
      code: 'transport.clientCertificate',
    });
  });
});

test.each(['', 'certificate', here.keyPem])('a custom CA that is none: %#', async (caPem) => {
  await expect(send({ port: 1 }, { verify: true, caPem })).rejects.toMatchObject({ code: 'transport.ca' });
});

describe('no TLS on the other side', () => {
  test('a server that speaks HTTP there', async () => {
    const server = createServer(
      (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(send({ port }, undefined)).rejects.toMatchObject({
      code: 'transport.tls',
      message: expect.stringContaining('does not speak TLS'),
    });
    server.close();
  });

  test('a server that says nothing', async () => {
    const there = await startTestPeer(() => undefined);
    peers.push(there);
    await expect(send(there, undefined, { timeoutMilliseconds: 40 })).rejects.toMatchObject({
      code: 'transport.timeout',
      message: expect.stringContaining('TLS handshake'),
    });
  });

  test('a version of the past', async () => {
    const there = await startPeer(here, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    await expect(send(there, trusting)).rejects.toMatchObject({
      code: 'transport.tls',
      message: expect.stringContaining('no TLS version that both know'),
    });
  });
});
