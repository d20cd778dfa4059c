import { connect } from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTestCertificate } from '../../host/transport/make-test-certificate.ts';
import { startTestPeer, startTunnelTo, type TestPeer } from '../../host/transport/test-peer.ts';
import { byId, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

type Language = 'zh' | 'en';

const authority = makeTestCertificate({ name: 'Test CA', isAuthority: true });
const server = makeTestCertificate({ name: 'server', hosts: ['127.0.0.1'], issuer: authority });
const client = makeTestCertificate({ name: 'client', issuer: authority });
const identity: TlsOptions = { cert: server.certificatePem, key: server.keyPem };
const success = { zh: '业务成功', en: 'success' };

let newcomers: Newcomers;
const peers: TestPeer[] = [];

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(async () => {
  await newcomers.leave();
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});
afterAll(() => newcomers.close());

async function started(starting: Promise<TestPeer>): Promise<TestPeer> {
  const peer = await starting;
  peers.push(peer);
  return peer;
}

/** A server with TLS in front of the workbench's own simulator, which has none. */
async function frontOf(page: Page, tls: TlsOptions): Promise<TestPeer> {
  const { port } = new URL(await byId(page, 'url').inputValue());
  return started(
    startTestPeer((socket, request) => {
      const onward = connect(Number(port), '127.0.0.1', () => onward.write(request));
      onward.on('error', () => socket.destroy());
      onward.pipe(socket);
    }, tls),
  );
}

interface Described {
  readonly url: string;
  readonly timeout?: string;
  readonly proxy?: string;
  readonly ca?: string;
  readonly clientCertificate?: string;
  readonly unverified?: string;
}

/** An environment with an SM4 key of this session, as far as a form and a dialog go. */
async function makeEnvironment(page: Page, { url, ...transport }: Described): Promise<void> {
  await byId(page, 'rail-keys').click();
  await byId(page, 'environment-new').click();
  await byId(page, 'environment-form-title').fill('peer');
  await byId(page, 'environment-form-url').fill(url);
  await byId(page, 'environment-form-appCode').fill('B100000KJGK');
  await byId(page, 'environment-network').locator('summary').click();
  await describeTransport(page, transport);
  await byId(page, 'environment-form-save').click();
  await page.locator('[data-testid="environment-title"]', { hasText: 'peer' }).waitFor();
  await fillSlot(page, 'sm4Key', '1234567890123456');
}

async function describeTransport(page: Page, transport: Partial<Described>): Promise<void> {
  for (const [name, text] of Object.entries(transport)) await byId(page, `environment-form-${name}`).fill(text);
}

async function fillSlot(page: Page, slot: string, text: string): Promise<void> {
  await byId(page, `import-${slot}`).click();
  await byId(page, 'import-text').fill(text);
  await byId(page, 'import-found').waitFor();
  await byId(page, 'storage-session').click();
  await byId(page, 'import-submit').click();
  await byId(page, 'import-text').waitFor({ state: 'detached' });
}

async function choose(page: Page): Promise<void> {
  await byId(page, 'rail-compose').click();
  await byId(page, 'environment').selectOption({ label: 'peer' });
}

async function send(page: Page): Promise<void> {
  await choose(page);
  await byId(page, 'send').click();
}

function failure(page: Page, code: string): Locator {
  return page.locator(`.result-area [data-testid="failure-${code}"]`);
}

describe.each<Language>(['zh', 'en'])('an environment of its own in the workbench, %s', (language) => {
  it('shows its client certificate, whose key is in a slot, to a server that its own authority vouches for', async () => {
    const page = await newcomers.arrive({ language });
    const mutual = { requestCert: true, rejectUnauthorized: true, ca: authority.certificatePem };
    const peer = await frontOf(page, { ...identity, ...mutual });
    const url = `https://127.0.0.1:${peer.port}/`;
    await makeEnvironment(page, { url, ca: authority.certificatePem, clientCertificate: client.certificatePem });
    await send(page);
    await failure(page, 'key.missing').waitFor();
    expect(await failure(page, 'key.missing').innerText()).toContain('tls.clientKey');
    expect(peer.requests).toEqual([]);
    await byId(page, 'rail-keys').click();
    await fillSlot(page, 'tls.clientKey', client.keyPem);
    await send(page);
    await page.locator('[data-testid="result-status"]', { hasText: success[language] }).waitFor();
    expect(await byId(page, 'result-response-decrypted').innerText()).toContain('"张三"');
    expect(peer.requests).toHaveLength(1);
  });

  it('is refused a server that nobody vouches for, and says where that is switched off, on preview and call', async () => {
    const page = await newcomers.arrive({ language });
    const peer = await frontOf(page, identity);
    const host = `127.0.0.1:${peer.port}`;
    await makeEnvironment(page, { url: `https://${host}/` });
    await send(page);
    await failure(page, 'transport.tls').waitFor();
    expect(peer.requests).toEqual([]);
    await byId(page, 'rail-keys').click();
    await byId(page, 'environment-edit').click();
    await byId(page, 'environment-network').locator('summary').click();
    await describeTransport(page, { unverified: host });
    await byId(page, 'environment-form-save').click();
    await byId(page, 'environment-form-save').waitFor({ state: 'detached' });
    await choose(page);
    const sentence = { zh: `${host} 的证书没有校验`, en: `The certificate of ${host} is not verified` }[language];
    await page.locator('[data-testid="finding-transport.unverified"]', { hasText: sentence }).waitFor();
    expect(await byId(page, 'not-authorized').count()).toBe(0);
    await byId(page, 'send').click();
    await page.locator('[data-testid="result-status"]', { hasText: success[language] }).waitFor();
    const tag = { zh: '未校验证书', en: 'Certificate not verified' }[language];
    await page.locator('.result-area [data-testid="not-authorized"]', { hasText: tag }).waitFor();
  });

  it('reaches its server through a proxy with a password from a slot, which the server sees nothing of', async () => {
    const page = await newcomers.arrive({ language });
    const peer = await frontOf(page, identity);
    const proxy = await started(startTunnelTo(peer.port));
    const url = `https://127.0.0.1:${peer.port}/`;
    await makeEnvironment(page, { url, ca: authority.certificatePem, proxy: `http://li@127.0.0.1:${proxy.port}` });
    await fillSlot(page, 'proxy.password', 'pass 虎 word');
    await send(page);
    await page.locator('[data-testid="result-status"]', { hasText: success[language] }).waitFor();
    const credentials = Buffer.from('li:pass 虎 word').toString('base64');
    expect(proxy.requests.map(String)).toEqual([expect.stringContaining(`Proxy-Authorization: Basic ${credentials}`)]);
    expect(String(peer.requests[0])).not.toMatch(/proxy/i);
    expect(await page.locator('.result-area').innerText()).not.toContain(credentials);
  });

  it('waits for a slow server as long as it says and no longer', async () => {
    const page = await newcomers.arrive({ language });
    const peer = await started(startTestPeer(() => undefined));
    await makeEnvironment(page, { url: `http://127.0.0.1:${peer.port}/`, timeout: '0.4' });
    await send(page);
    await failure(page, 'transport.timeout').waitFor();
    const limit = { zh: '在 400 毫秒内没有完成', en: 'did not finish within 400 ms' }[language];
    expect(await failure(page, 'transport.timeout').innerText()).toContain(limit);
    expect(peer.requests).toHaveLength(1);
  });

  it('is not saved with a connection that could never be made, and says why beside the field', async () => {
    const page = await newcomers.arrive({ language });
    await byId(page, 'rail-keys').click();
    await byId(page, 'environment-new').click();
    await byId(page, 'environment-form-title').fill('peer');
    await byId(page, 'environment-form-url').fill('https://127.0.0.1:1/');
    await byId(page, 'environment-network').locator('summary').click();
    for (const [field, wrong, zh, en] of [
      ['proxy', 'nonsense', '应为 http://主机:端口', 'http://host:port is expected'],
      ['ca', 'no certificate', '应为完好的 PEM 证书', 'must be intact PEM certificates'],
      ['clientCertificate', client.keyPem, '还有私钥', 'a private key stands with the certificate'],
      ['unverified', 'https://x/', '应为 主机:端口', 'is written host:port'],
    ] as const) {
      await byId(page, `environment-form-${field}`).fill(wrong);
      await byId(page, 'environment-form-save').click();
      const { [language]: sentence } = { zh, en };
      await page.locator('.key-form [role="alert"]', { hasText: sentence }).waitFor();
      await byId(page, `environment-form-${field}`).fill('');
    }
    expect(await page.locator('nav button', { hasText: 'peer' }).count()).toBe(0);
    await byId(page, 'environment-form-save').click();
    await page.locator('[data-testid="environment-title"]', { hasText: 'peer' }).waitFor();
  });
});
