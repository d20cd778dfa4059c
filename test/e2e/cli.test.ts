import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hufu, inTemporaryFolder, startHufu, type Running } from './support/hufu.ts';

const person = '{"aac003":"张三","aac002":"11010519491231002X"}';
const identity = ['--platform', 'ldt6008', '--set', 'appCode=B100000KJGK', '--set', 'serviceCode=S110000Y70PYTjb'];
const key = ['--key', 'sm4Key=1234567890123456'];
const fixed = ['--now', '2017-01-22T10:10:20+08:00', '--nonce', 'dbea7d58e3014126897614c8', '--serial', '100000001'];

interface Document {
  readonly [name: string]: unknown;
}

function documentOf(stdout: string): Document {
  // One document and nothing else: one line, ended by a line feed.
  expect(stdout.split('\n')).toHaveLength(2);
  return JSON.parse(stdout) as Document;
}

describe('docs/cli.md', () => {
  it('says every command and option as --help does', async () => {
    const written = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8');
    async function missing(command: readonly string[]): Promise<readonly string[]> {
      const { stdout } = await hufu([...command, '--help'], { variables: { COLUMNS: '110' } });
      const [, commands = ''] = stdout.split('Commands:');
      const names = [...commands.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name);
      const below = await Promise.all(
        names.filter((name) => name !== 'help').map((name) => missing([...command, name])),
      );
      return [...(written.includes(stdout.trimEnd()) ? [] : [`hufu ${command.join(' ')}`]), ...below.flat()];
    }
    expect(await missing([])).toEqual([]);
  });
});

describe('hufu preview', () => {
  it('reproduces the known answers of the domain notes byte for byte', async () => {
    const arguments_ = ['preview', ...identity, ...key, ...fixed, '--body', '-', '--json'];
    const { code, stdout } = await hufu(arguments_, { input: person });
    expect(code).toBe(0);
    expect(documentOf(stdout)).toMatchObject({
      stringToSign:
        'appCode=B100000KJGK&nonce=dbea7d58e3014126897614c8&serviceAreaCode=110000&serviceCode=S110000Y70PYTjb&serviceReqId=B100000KJGK20170122100000001&timestamp=20170122101020',
      signature: 'c13c71957ef0b6c7c4bc8f81f4ebcd3903efed0c77f5070256183f836aa0315d',
      plaintext: person,
      ciphertext: 'N08Bpk9HWpOcMiPqwQhHQ06nAE78CMvMARcLzcj2kDi6h2hwsmiMriiJtNYWk/3w8CgGWcnOJAkot7C2PqDQbQ==',
    });
    const again = await hufu(arguments_, { input: person });
    expect((documentOf(again.stdout) as { wire: string }).wire).toBe((documentOf(stdout) as { wire: string }).wire);
  });

  it.each([
    [[]],
    [['--convention', 'digest=HMAC-SM3', '--key', 'secret=s']],
    [['--convention', 'digest=SM2', '--key', `callerPrivateKey=${'11'.repeat(32)}`]],
  ])('has sm-crypto agree: %j', async (given) => {
    const { code, stdout } = await hufu(
      ['preview', ...identity, ...key, ...given, '--body', '-', '--cross-check', '--json'],
      { input: person },
    );
    expect(code).toBe(0);
    const checks = documentOf(stdout)['crossChecks'] as readonly Document[];
    expect(checks.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees']);
  });

  it.each([
    ['an unknown platform', ['--platform', 'ldt6009'], 2, 'no platform named "ldt6009"'],
    ['an unknown convention', [...identity, '--convention', 'padding=zero'], 2, 'no convention named "padding"'],
    ['an unknown value', [...identity, '--convention', 'digest=SM9'], 2, 'no value "SM9"'],
    ['an unknown key slot', [...identity, '--key', 'sm4=1'], 2, 'for a slot that ldt6008 has not; it has sm4Key,'],
    ['a key of the wrong length', [...identity, '--key', 'sm4Key=12345'], 1, 'gives 5 bytes and must give 16'],
    ['a key that is not hex', [...identity, '--key', 'sm4Key=zz', '--convention', 'sm4Key=hex32'], 1, 'Not hex'],
    [
      'an odd number of hex digits',
      [...identity, '--key', 'sm4Key=abc', '--convention', 'sm4Key=hex32'],
      1,
      'even number',
    ],
    ['broken Base64', [...identity, '--key', 'sm4Key=abcde', '--convention', 'sm4Key=base64'], 1, 'multiple of 4'],
    ['no key', identity, 1, 'Key slot sm4Key'],
    ['a time that is none', [...identity, ...key, '--now', 'yesterday'], 2, 'ISO 8601'],
    [
      'a body that is not there',
      [...identity, ...key, '--body', 'no-such-file.json'],
      2,
      'Cannot read no-such-file.json',
    ],
  ])('answers %s with a sentence', async (_what, given, code, sentence) => {
    const finished = await hufu(['preview', ...given, '--json']);
    expect(finished).toMatchObject({ code, stderr: expect.stringContaining(sentence) });
    documentOf(finished.stdout);
  });

  it('names line and column of JSON that is none', async () => {
    const finished = await hufu(['preview', ...identity, ...key, '--body', '-'], { input: '{\n  "a": 1,\n}' });
    expect(finished).toMatchObject({ code: 1, stderr: expect.stringContaining('line 3, column 1') });
  });

  it('refuses half a character', async () => {
    const finished = await hufu(['preview', ...identity, ...key, '--body', '-'], { input: String.raw`{"a":"\ud842"}` });
    expect(finished).toMatchObject({ code: 1, stderr: expect.stringContaining('unpaired surrogate') });
  });
});

describe('hufu inspect', () => {
  const wire = (header: object, body: unknown = 'AAAA') => JSON.stringify({ header, body });
  const right = {
    serviceCode: 'S110000Y70PYTjb',
    appCode: 'B100000KJGK',
    serviceAreaCode: '110000',
    serviceReqId: 'B100000KJGK20170122100000001',
    serviceReqTime: '20170122101020',
    nonce: 'dbea7d58e3014126897614c8',
    signature: 'c13c71957ef0b6c7c4bc8f81f4ebcd3903efed0c77f5070256183f836aa0315d',
  };

  async function findings(message: string): Promise<readonly Document[]> {
    const { stdout } = await hufu(['inspect', '-', '--platform', 'ldt6008', ...key, '--json'], { input: message });
    return documentOf(stdout)['findings'] as readonly Document[];
  }

  it('verifies and decrypts a message that is in order', async () => {
    const body = 'N08Bpk9HWpOcMiPqwQhHQ06nAE78CMvMARcLzcj2kDi6h2hwsmiMriiJtNYWk/3w8CgGWcnOJAkot7C2PqDQbQ==';
    const finished = await hufu(['inspect', '-', '--platform', 'ldt6008', ...key, '--json'], {
      input: wire(right, body),
    });
    expect(finished.code).toBe(0);
    expect(documentOf(finished.stdout)).toMatchObject({
      platform: 'ldt6008',
      kind: 'request',
      signature: { verdict: 'valid', expected: right.signature, found: right.signature },
      body: { plaintext: person },
      findings: [],
    });
  });

  it.each([
    ['an id of 27 characters', { ...right, serviceReqId: 'B100000KJGK2017012210000001' }, 'header.length', '6.2.1.2.3'],
    [
      'swapped codes',
      { ...right, appCode: 'S110000Y70PYTjb', serviceCode: 'B100000KJGK' },
      'header.swapped',
      '7.1.1.2',
    ],
    ['a system code that is too short', { ...right, appCode: 'B100000KJG' }, 'header.length', '5.3'],
    ["an area that is not the provider's", { ...right, serviceAreaCode: '120000' }, 'header.areaMismatch', '6.2.1.2.3'],
    ['an area that does not exist', { ...right, serviceAreaCode: '119999' }, 'header.division', '6.2.1.2.3'],
    ['a time that does not exist', { ...right, serviceReqTime: '20170230101020' }, 'header.time', '6.2.1.2.3'],
    ['a field that is missing', { ...right, serviceReqTime: undefined }, 'header.missing', '6.2.1.2.3'],
  ])('reports %s with its clause', async (_what, header, code, clause) => {
    expect(await findings(wire(header))).toContainEqual(
      expect.objectContaining({ code, clause, message: expect.any(String) }),
    );
  });

  it('reports a body over 100K, and a message that is none', async () => {
    expect(await findings(wire(right, 'A'.repeat(102_404)))).toContainEqual(
      expect.objectContaining({ code: 'body.tooLong', clause: '6.2.1.2.3' }),
    );
    expect(await findings('<html>')).toContainEqual(expect.objectContaining({ code: 'json.syntax' }));
  });
});

describe('hufu send', () => {
  let simulator: Running;
  let url: string;

  beforeAll(async () => {
    simulator = await startHufu(['simulate', 'ldt6008', '--port', '0', ...key]);
    url = String(simulator.ready['url']);
  });
  afterAll(() => simulator.stop());

  function send(given: readonly string[], { state, body = person }: { state: string; body?: string }) {
    return hufu(['send', ...identity, ...key, '--url', url, '--state', state, '--body', '-', '--json', ...given], {
      input: body,
    });
  }

  it('sends, verifies and decrypts; serials go on over processes', () =>
    inTemporaryFolder(async (state) => {
      const ids: unknown[] = [];
      for (let round = 0; round < 3; round += 1) {
        const finished = await send([], { state });
        expect(finished).toMatchObject({ code: 0, stderr: '' });
        const document = documentOf(finished.stdout) as { answer: Document; request: { wire: string } };
        expect(document.answer).toEqual({ data: { aac002: '11010519491231002X', aac003: '张三', aaz502: '1' } });
        ids.push((JSON.parse(document.request.wire) as { header: Document }).header['serviceReqId']);
      }
      expect(ids.map((id) => String(id).slice(-9))).toEqual(['000000001', '000000002', '000000003']);
    }));

  it('keeps digits, order and rare characters to the byte', () =>
    inTemporaryFolder(async (state) => {
      const body = '{"b":1.10,"10":110105194912310150,"2":1E3,"aac003":"𠮷葛󠄀󰀀","note":"é"}';
      const document = documentOf((await send([], { state, body })).stdout) as { request: { plaintext: string } };
      expect(document.request.plaintext).toBe(body);
    }));

  it.each([
    ['another name of the time', ['--convention', 'timeSigned=serviceReqTime', '--serial', '700000030'], '30'],
    ['another reading of the key', ['--convention', 'sm4Key=md5', '--serial', '700000040'], '40'],
  ])('ends with 1 and the meaning for %s', (_what, given, status) =>
    inTemporaryFolder(async (state) => {
      const finished = await send(given, { state });
      expect(finished.code).toBe(1);
      expect(documentOf(finished.stdout)).toMatchObject({
        verdict: 'refused',
        status: { code: status, clause: '6.2.1.3.3' },
      });
    }),
  );

  it('says what the network did', () =>
    inTemporaryFolder(async (state) => {
      const silent = createServer(() => undefined);
      const chatty = createServer((_request, response) => response.end('x'.repeat(5000)));
      const [silentUrl, chattyUrl] = await Promise.all([silent, chatty].map(listening));
      try {
        const attempts = [
          [['--url', 'http://127.0.0.1:1/'], 'transport.refused'],
          [['--url', silentUrl ?? '', '--timeout', '200'], 'transport.timeout'],
          [['--url', chattyUrl ?? '', '--limit', '1000'], 'transport.tooLarge'],
          [['--url', chattyUrl ?? ''], 'answer.notMessage'],
          [['--url', (chattyUrl ?? '').replace('http:', 'https:')], 'transport.tls'],
        ] as const;
        for (const [given, code] of attempts) {
          const finished = await send(given, { state });
          expect(finished.code).toBe(1);
          expect(documentOf(finished.stdout)).toMatchObject({
            verdict: 'failed',
            error: { code, message: expect.any(String) },
          });
        }
      } finally {
        for (const server of [silent, chatty]) {
          server.closeAllConnections();
          server.close();
        }
      }
    }));
});

describe('hufu simulate and demo', () => {
  it('says so when the port is in use', async () => {
    const taken = createServer();
    const port = new URL(await listening(taken)).port;
    try {
      const finished = await hufu(['simulate', 'ldt6008', '--port', port, ...key]);
      expect(finished).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(`port ${port} is in use`),
      });
    } finally {
      taken.close();
    }
  });

  it('takes conventions and keys from files', () =>
    inTemporaryFolder(async (folder) => {
      const [conventions, keys] = [join(folder, 'conventions.json'), join(folder, 'keys.json')];
      writeFileSync(conventions, JSON.stringify({ digest: 'HMAC-SM3', sm4Mode: 'GCM', nonceSigned: false }));
      writeFileSync(keys, JSON.stringify({ sm4Key: '1234567890123456', secret: 'a shared secret' }));
      const agreed = ['--conventions', conventions, '--keys', keys];
      const simulator = await startHufu(['simulate', 'ldt6008', ...agreed]);
      try {
        const url = String(simulator.ready['url']);
        const finished = await hufu(
          ['send', ...identity, ...agreed, '--url', url, '--state', folder, '--body', '-', '--json'],
          {
            input: person,
          },
        );
        expect(finished).toMatchObject({ code: 0, stdout: expect.stringContaining('"aaz502":"1"') });
      } finally {
        await simulator.stop();
      }
    }));

  it('shows a whole call', async () => {
    const finished = await hufu(['demo', '--lang', 'zh']);
    expect(finished).toMatchObject({ code: 0, stdout: expect.stringContaining('00 业务成功') });
    expect(finished.stdout).toContain('张三');
  });
});

function listening(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)),
  );
}
