import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HufuError } from '../shared/hufu-error.ts';
import type { Call } from '../shared/model/call.ts';
import type { CallRecord } from '../shared/model/call-record.ts';
import type { SaveEnvironment } from '../shared/model/environment.ts';
import type { Faults } from '../shared/model/simulator.ts';
import type { TraceView } from '../shared/pipeline/trace-view.ts';
import { createHost } from './create-host.ts';
import { inlineHistory } from './history/inline-history.ts';
import type { Host } from './host.ts';
import { makeTestCertificate } from './transport/make-test-certificate.ts';
import { startTestPeer, type TestPeer } from './transport/test-peer.ts';
import type { RememberStore } from './vault/remember-store.ts';

const noRememberStore: RememberStore = {
  availability: async () => ({ available: false, reason: { zh: '没有', en: 'none' } }),
  save: async () => undefined,
  load: async () => undefined,
  forget: async () => undefined,
};

let folder: string;
let host: Host;

const openHost = () =>
  createHost({
    version: '0.0.0',
    stateDirectory: folder,
    simulatorPort: 0,
    remember: noRememberStore,
    openHistory: inlineHistory,
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-host-'));
  host = await openHost();
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function sampleCall(id = 'sample/card-status', change: Partial<Call> = {}): Call {
  return { ...host.workspace.request(id).call, ...change };
}

const setSessionKey = (slot: string, text: string) =>
  host.keys.setSessionKey({ place: { environment: 'simulator', slot }, input: { text }, index: 0 });

const composed = (call: Call) => ({ call, drawn: {}, folder: '' });

const send = (call: Call) => host.send(composed(call), undefined);

const preview = (call: Call) => host.preview(composed(call));

function textIn(trace: TraceView | undefined, slot: string): string | undefined {
  return trace?.steps.flatMap(({ outputs }) => outputs).findLast((output) => output.slot === slot)?.parts[0]?.excerpt;
}

function serialOf(record: CallRecord): string {
  const wire = textIn(record.request.trace, 'message') ?? '{}';
  return String((JSON.parse(wire) as { header: { serviceReqId: string } }).header.serviceReqId).slice(-9);
}

describe('sending', () => {
  it('shows the decrypted answer of the embedded simulator, with nothing configured', async () => {
    const record = await send(sampleCall());
    expect(record).toMatchObject({ verdict: 'success', status: { code: '00' } });
    expect(textIn(record.response?.trace, 'body')).toBe(
      '{"data":{"aac002":"11010519491231002X","aac003":"张三","aaz502":"1"}}',
    );
  });

  it.each([
    ['sample/resume', '00'],
    ['sample/card-status-batch', '00'],
    ['sample/archive', '00'],
    ['sample/rare-characters', '00'],
    ['sample/fails/time-name', '30'],
    ['sample/fails/key-reading', '40'],
    ['sample/fails/business', '10'],
  ])('%s ends with %s', async (id, code) => {
    expect((await send(sampleCall(id))).status?.code).toBe(code);
  });

  it('sends a signature that was locked by hand, and sees it refused', async () => {
    const signature = '0'.repeat(64);
    const record = await send(sampleCall('sample/card-status', { header: { signature } }));
    expect(textIn(record.request.trace, 'message')).toContain(`"signature":"${signature}"`);
    expect(record.status?.code).toBe('30');
  });

  it('has a repeated nonce refused, and only then', async () => {
    expect((await send(sampleCall('sample/fails/nonce-reuse'))).status?.code).toBe('00');
    expect((await send(sampleCall('sample/fails/nonce-reuse'))).status?.code).toBe('30');
  });

  it('draws serials one after another, over a restart too, and none for previews or calls that cannot be made', async () => {
    const first = serialOf(await send(sampleCall()));
    preview(sampleCall());
    await expect(send(sampleCall('sample/card-status', { body: '{' }))).rejects.toMatchObject({
      detail: { code: 'json.syntax', position: { line: 1, column: 2 } },
    });
    await host.close();
    host = await openHost();
    expect(Number(serialOf(await send(sampleCall())))).toBe(Number(first) + 1);
  });

  it.each(['http://192.0.2.1/', 'http://localhost:1/', 'http://127.0.0.1.example/', 'https://[::1]/'])(
    'gives the sample keys to no host but this machine: %s',
    async (url) => {
      await expect(send(sampleCall('sample/card-status', { url }))).rejects.toMatchObject({
        detail: { code: 'key.sampleOnly', field: 'sm4Key' },
      });
    },
  );

  it('refuses an address that is none before anything else', async () => {
    await expect(send(sampleCall('sample/card-status', { url: 'foo bar' }))).rejects.toMatchObject({
      detail: { code: 'transport.badUrl' },
    });
  });

  it('takes SM2 keys in any form and refuses what is none while it is entered', async () => {
    await expect(setSessionKey('callerPrivateKey', '123')).rejects.toThrow(HufuError);
    await setSessionKey('callerPrivateKey', '11'.repeat(32));
    expect(host.workspace.read().environments[0]?.keys).toContainEqual({
      slot: 'callerPrivateKey',
      filledBy: 'session',
    });
  });

  it('reports an answer that is no message, and keeps what was sent', async () => {
    const server = createServer((_request, response) => response.writeHead(502).end('<html>Bad Gateway</html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const record = await send(sampleCall('sample/card-status', { url }));
    expect(record).toMatchObject({ verdict: 'failed', error: { code: 'answer.notMessage' }, http: { status: 502 } });
    expect(textIn(record.request.trace, 'message')).toContain('"serviceReqId"');
    expect(textIn(record.response?.trace, 'received')).toBe('<html>Bad Gateway</html>');
    server.close();
  });

  it('can be given up', async () => {
    host.setFaults('ldt6008', { delayMilliseconds: 60_000 });
    const controller = new AbortController();
    const sending = host.send(composed(sampleCall()), controller.signal);
    controller.abort();
    expect(await sending).toMatchObject({ verdict: 'failed', error: { code: 'transport.aborted' } });
  });
});

describe('fault switches', () => {
  it.each<[Faults, object]>([
    [{ status: '20' }, { verdict: 'refused', status: { code: '20' } }],
    [{ status: '50' }, { verdict: 'refused', status: { code: '50' } }],
    [{ status: '90' }, { verdict: 'refused', status: { code: '90' } }],
    [{ drop: 'beforeAnswer' }, { verdict: 'failed', error: { code: 'transport.reset' } }],
    [{ drop: 'duringAnswer' }, { verdict: 'failed', error: { code: 'transport.reset' } }],
    [{ flipCiphertextBit: true }, { verdict: 'failed', status: { code: '00' } }],
    [{ wrongKey: true }, { verdict: 'failed', status: { code: '00' } }],
    [{ wrongLength: 'serviceResId' }, { verdict: 'failed', status: { code: '00' } }],
    [{ notJson: true }, { verdict: 'failed', error: { code: 'answer.notMessage' } }],
  ])('%j is noticed', async (faults, expected) => {
    host.setFaults('ldt6008', faults);
    expect(await send(sampleCall())).toMatchObject(expected);
  });
});

describe('previews', () => {
  it('mark what is drawn at sending, and give the same bytes for the same inputs', () => {
    const drawn = { clock: Date.UTC(2026, 10, 22), nonce: 'dbea7d58e3014126897614c8', serial: '42' };
    const [first, second] = [1, 2].map(() => host.preview({ ...composed(sampleCall()), drawn }));
    expect(textIn(first?.trace, 'message')).toBe(textIn(second?.trace, 'message'));
    expect(first?.header.find(({ name }) => name === 'nonce')?.origin).toBe('filled');
    expect(preview(sampleCall()).header).toContainEqual(
      expect.objectContaining({ name: 'serviceReqId', origin: 'provisional' }),
    );
  });

  it('show what can be computed although the body is broken', () => {
    const { trace } = preview(sampleCall('sample/card-status', { body: '{"a":' }));
    const verdicts = Object.fromEntries(trace.steps.map(({ kind, verdict }) => [kind, verdict]));
    expect(verdicts).toMatchObject({ 'json.read': 'failed', 'sm4.encrypt': 'skipped', 'sign.string': 'done' });
  });

  it('have the names of values that the session is still to bring, and find no fault with them', () => {
    const { trace } = preview(sampleCall('sample/db32t3761/flow/page', { header: {} }));
    const filled = trace.steps.find(({ kind }) => kind === 'header.fill');
    expect(JSON.stringify(filled?.outputs)).toContain('‹uuid›');
    expect(filled?.findings).toEqual([]);
    const own = preview(sampleCall('sample/db32t3761/flow/page', { header: { uuid: 'other' } })).trace.findings;
    expect(own.map(({ code, field }) => [code, field])).toContainEqual(['header.pattern', 'uuid']);
  });

  it('hold no key: not in the trace, not in an error', async () => {
    await setSessionKey('sm4Key', 'K3Y-that-is-wrong');
    await setSessionKey('secret', 'S3CRET-that-is-shared');
    const shown = preview(sampleCall('sample/card-status', { conventions: { secret: '&key=' } }));
    const seen = JSON.stringify(shown);
    expect(seen).toContain('"code":"key.length"');
    for (const form of ['utf8', 'hex', 'base64'] as const) {
      expect(seen).not.toContain(Buffer.from('K3Y-that-is-wrong').toString(form));
      expect(seen).not.toContain(Buffer.from('S3CRET-that-is-shared').toString(form));
    }
    expect(JSON.stringify(host.workspace.read())).not.toContain('S3CRET');
  });

  it('cut long values and give them whole when asked, until they are forgotten', async () => {
    const name = '甲'.repeat(5000);
    const { traceId, trace } = preview(sampleCall('sample/card-status', { body: JSON.stringify({ name }) }));
    const step = trace.steps.findIndex(({ kind }) => kind === 'json.write');
    const place = { traceId, step, slot: 'plaintext', part: 0 };
    expect(trace.steps[step]?.outputs[0]?.parts[0]).toMatchObject({ cut: true, size: 15_011 });
    expect(await host.traceValue({ ...place, form: 'text' })).toBe(JSON.stringify({ name }));
    expect(await host.traceValue({ ...place, form: 'base64' })).toBe(
      Buffer.from(JSON.stringify({ name })).toString('base64'),
    );
    for (let round = 0; round < 8; round += 1) preview(sampleCall());
    await expect(host.traceValue({ ...place, form: 'hex' })).rejects.toThrow(HufuError);
  });
});

it('keeps drafts over a restart', async () => {
  host.saveDraft('sample/card-status', '{"body":"𠮷"}');
  await host.close();
  host = await openHost();
  expect(host.draft('sample/card-status')).toBe('{"body":"𠮷"}');
});

describe('the history', () => {
  const save = (change: Partial<SaveEnvironment>) =>
    host.environments.save({
      id: '',
      platform: 'ldt6008',
      title: '测试',
      url: '{{simulator}}',
      values: { appCode: 'B100000KJGK' },
      conventions: {},
      variables: {},
      transport: {},
      keepsBodies: true,
      ...change,
    });

  it('has every call after a restart, with all its values', async () => {
    const sent = await host.send({ ...composed(sampleCall()), requestId: 'sample/card-status' }, undefined);
    await host.close();
    host = await openHost();
    const { entries } = await host.history.list({ filter: { text: '张三' }, limit: 10 });
    expect(entries).toMatchObject([{ id: sent.id, requestId: 'sample/card-status', verdict: 'success' }]);
    const { record } = await host.history.show(sent.id);
    expect(record).toEqual(sent);
    const step = record.request.trace.steps.findIndex(({ kind }) => kind === 'message.write');
    const place = { traceId: record.request.traceId, step, slot: 'message', part: 0, form: 'text' } as const;
    expect(await host.traceValue(place)).toBe(await host.history.wire({ id: sent.id, side: 'request', form: 'text' }));
  });

  it('sends the same bytes again, which the other side refuses as replayed, or the same call signed anew', async () => {
    const first = await send(sampleCall());
    const again = await host.history.sendExactly(first.id, undefined);
    expect(again).toMatchObject({ repeats: first.id, verdict: 'refused', status: { code: '30' } });
    const wire = (id: string) => host.history.wire({ id, side: 'request', form: 'hex' });
    expect(await wire(again.id)).toBe(await wire(first.id));
    const anew = await host.history.signAndSend(first.id, undefined);
    expect(anew.verdict).toBe('success');
    expect(await wire(anew.id)).not.toBe(await wire(first.id));
  });

  it('keeps no body where the environment says so, and shows it for this session only', async () => {
    const { id: environment } = save({ keepsBodies: false });
    for (const slot of ['sm4Key', 'secret']) {
      const text = { sm4Key: '1234567890123456', secret: 'hufu-sample-secret' }[slot] ?? '';
      await host.keys.setSessionKey({ place: { environment, slot }, input: { text }, index: 0 });
    }
    const sent = await send(sampleCall('sample/card-status', { environment }));
    expect(sent).toMatchObject({ verdict: 'success', bodiesKept: false });
    expect(textIn(sent.request.trace, 'plaintext')).toContain('张三');
    expect((await host.history.list({ filter: { text: '张三' }, limit: 10 })).entries).toEqual([]);
    await expect(host.history.wire({ id: sent.id, side: 'request', form: 'text' })).rejects.toMatchObject({
      code: 'history.bodiesNotKept',
    });
    await host.close();
    host = await openHost();
    expect(JSON.stringify(await host.history.show(sent.id))).not.toContain('张三');
  });

  it('is refused a call with a variable that has no value, before anything is drawn', async () => {
    const body = '{"aac003":"{{name}}"}';
    expect(preview(sampleCall('sample/card-status', { body })).findings).toContainEqual(
      expect.objectContaining({ code: 'variable.unknown', position: { line: 1, column: 12 } }),
    );
    await expect(send(sampleCall('sample/card-status', { body }))).rejects.toMatchObject({ code: 'variable.unknown' });
    const filled = await send(sampleCall('sample/card-status', { body, variables: { name: '李"四' } }));
    expect(textIn(filled.request.trace, 'plaintext')).toBe('{"aac003":"李\\"四"}');
    expect((await host.history.list({ filter: {}, limit: 10 })).entries).toHaveLength(1);
  });
});

describe('an environment with TLS of its own', () => {
  const authority = makeTestCertificate({ name: 'Test CA', isAuthority: true });
  const server = makeTestCertificate({ name: 'server', hosts: ['127.0.0.1'], issuer: authority });
  const client = makeTestCertificate({ name: 'client', issuer: authority });
  let peer: TestPeer;

  beforeEach(async () => {
    peer = await startTestPeer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'), {
      key: server.keyPem,
      cert: server.certificatePem,
      ca: authority.certificatePem,
      requestCert: true,
      rejectUnauthorized: true,
    });
  });
  afterEach(() => peer.close());

  const url = () => `https://127.0.0.1:${peer.port}/`;
  async function environmentWith(transport: SaveEnvironment['transport']): Promise<string> {
    const { id } = host.environments.save({
      id: '',
      platform: 'ldt6008',
      title: `tls ${Math.random()}`,
      url: url(),
      values: { appCode: 'B100000KJGK' },
      conventions: {},
      variables: {},
      transport,
      keepsBodies: true,
    });
    const place = { environment: id, slot: 'sm4Key' };
    await host.keys.setSessionKey({ place, input: { text: '1234567890123456' }, index: 0 });
    return id;
  }
  const sendIn = (environment: string) => send(sampleCall('sample/card-status', { environment }));
  const identity = { clientCertificate: client.certificatePem };

  it('shows its client certificate, whose key is in a slot, and trusts its own authority', async () => {
    const environment = await environmentWith({ ca: authority.certificatePem, ...identity });
    await expect(sendIn(environment)).rejects.toMatchObject({
      code: 'key.missing',
      detail: { field: 'tls.clientKey' },
    });
    const place = { environment, slot: 'tls.clientKey' };
    await host.keys.setSessionKey({ place, input: { text: client.keyPem }, index: 0 });
    const record = await sendIn(environment);
    // The peer is no platform: what counts is that the connection stood.
    expect(record).toMatchObject({
      http: { status: 200, tls: { authorized: true } },
      error: { code: 'answer.notMessage' },
    });
    const shown = JSON.stringify([record, await host.history.show(record.id), host.workspace.read()]);
    expect(shown).not.toContain(client.keyPem.split('\n')[1]);
  });

  it('is refused a server that nobody vouches for, and says so on every call where that is switched off', async () => {
    const place = (environment: string) => ({ environment, slot: 'tls.clientKey' });
    const strict = await environmentWith(identity);
    await host.keys.setSessionKey({ place: place(strict), input: { text: client.keyPem }, index: 0 });
    expect(await sendIn(strict)).toMatchObject({ verdict: 'failed', error: { code: 'transport.tls' } });
    const lax = await environmentWith({ ...identity, unverifiedHosts: [`127.0.0.1:${peer.port}`] });
    await host.keys.setSessionKey({ place: place(lax), input: { text: client.keyPem }, index: 0 });
    expect(await sendIn(lax)).toMatchObject({ http: { tls: { authorized: false } } });
    expect(preview(sampleCall('sample/card-status', { environment: lax })).findings).toContainEqual(
      expect.objectContaining({ code: 'transport.unverified' }),
    );
  });

  it('shows its client certificate to no host that it is not bound to, whatever keys the call itself takes', async () => {
    const environment = await environmentWith({ ca: authority.certificatePem, ...identity });
    const place = { environment, slot: 'tls.clientKey' };
    await host.keys.setSessionKey({ place, input: { text: client.keyPem }, index: 0 });
    host.keys.disallowOrigin({ environment, origin: url() });
    // Without signature and encryption no step reads a key.
    const conventions = { digest: 'none', cipher: 'none' };
    await expect(send(sampleCall('sample/card-status', { environment, conventions }))).rejects.toMatchObject({
      code: 'key.otherOrigin',
    });
    expect(peer.requests).toEqual([]);
    host.keys.allowOrigin({ environment, origin: url() });
    expect(await send(sampleCall('sample/card-status', { environment, conventions }))).toMatchObject({
      http: { status: 200 },
    });
  });

  it('gives the password of its proxy to no proxy but the one that it was entered for', async () => {
    const seen: string[] = [];
    const proxyAt = (name: string) =>
      startTestPeer((socket, request) => {
        seen.push(`${name} ${/proxy-authorization: (.*)/i.exec(request.toString('latin1'))?.[1] ?? 'nothing'}`);
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
      });
    const [good, other] = [await proxyAt('good'), await proxyAt('other')];
    const through = (proxy: TestPeer) => ({ proxy: `http://user@127.0.0.1:${proxy.port}` });
    const saved = {
      platform: 'ldt6008',
      title: 'proxied',
      url: 'http://127.0.0.1:1/',
      values: { appCode: 'B100000KJGK' },
    };
    const rest = { conventions: {}, variables: {}, keepsBodies: true };
    const { id } = host.environments.save({ id: '', ...saved, ...rest, transport: through(good) });
    await host.keys.setSessionKey({
      place: { environment: id, slot: 'sm4Key' },
      input: { text: '1234567890123456' },
      index: 0,
    });
    const place = { environment: id, slot: 'proxy.password' };
    await host.keys.setSessionKey({ place, input: { text: 'of-the-proxy' }, index: 0 });
    await sendIn(id);
    const credentials = `Basic ${Buffer.from('user:of-the-proxy').toString('base64')}`;
    expect(seen).toEqual([`good ${credentials}`]);
    // As a change of the file would have it.
    host.environments.save({ id, ...saved, ...rest, transport: through(other) });
    await expect(sendIn(id)).rejects.toMatchObject({ code: 'key.otherProxy' });
    expect(seen).toHaveLength(1);
    host.keys.allowOrigin({ environment: id, origin: `proxy://127.0.0.1:${other.port}` });
    await sendIn(id);
    expect(seen[1]).toBe(`other ${credentials}`);
    await Promise.all([good.close(), other.close()]);
  });

  it('gives up when its time is over', async () => {
    host.setFaults('ldt6008', { delayMilliseconds: 60_000 });
    const { id } = host.environments.save({
      id: '',
      platform: 'ldt6008',
      title: 'quick',
      url: '{{simulator}}',
      values: { appCode: 'B100000KJGK' },
      conventions: {},
      variables: {},
      transport: { timeoutSeconds: 0.2 },
      keepsBodies: true,
    });
    await host.keys.setSessionKey({
      place: { environment: id, slot: 'sm4Key' },
      input: { text: '1234567890123456' },
      index: 0,
    });
    expect(await sendIn(id)).toMatchObject({ verdict: 'failed', error: { code: 'transport.timeout' } });
  });
});
