import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexFromBytes } from '../../crypto/encodings/hex.ts';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { inspectMessage } from '../../inspect/inspect-message.ts';
import { jsonString } from '../../json/json-node.ts';
import { noFields, readResponse, writeRequest } from '../../pipeline/messages.ts';
import type { RunResult } from '../../pipeline/run-steps.ts';
import type { PipelineInputs } from '../../pipeline/step-kind.ts';
import { resolveConventions, type ConventionChoices } from '../../profile/conventions.ts';
import { ldt6008 as profile } from './profile.ts';
import { createSimulator } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const clock = Date.UTC(2026, 10, 22, 2, 10, 20);
const nonce = 'dbea7d58e3014126897614c8';

function keyPair(name: string, byte: string): Readonly<Record<string, string>> {
  const privateKey = new Uint8Array(32).fill(Number.parseInt(byte, 16));
  return {
    [`${name}PrivateKey`]: hexFromBytes(privateKey),
    [`${name}PublicKey`]: hexFromBytes(engine.sm2PublicKey(privateKey)),
  };
}

const sm4Keys: Readonly<Record<string, string>> = {
  ascii16: '1234567890123456',
  hex32: '00112233445566778899aabbccddeeff',
  base64: 'AAECAwQFBgcICQoLDA0ODw==',
  md5: '口令',
};

function keysFor(choices: ConventionChoices): Readonly<Record<string, string>> {
  const sm4Key = sm4Keys[String(choices['sm4Key'] ?? 'ascii16')] ?? '';
  return { sm4Key, secret: 'shared', ...keyPair('caller', '11'), ...keyPair('provider', '22') };
}

function inputs(change: Partial<PipelineInputs> = {}): PipelineInputs {
  return {
    engine,
    keys: keysFor({}),
    clock,
    nonce,
    serial: '1',
    randomBytes,
    now: () => 0,
    fields: noFields,
    ...change,
  };
}

interface Exchange {
  readonly choices: ConventionChoices;
  readonly body?: string;
  readonly extra?: readonly { readonly name: string; readonly value: string }[];
  /** What happens to the message on its way. */
  readonly tamper?: (wire: string) => string;
}

function exchange({ choices, body = '{"aac003":"张三","aac002":"11010519491231002X"}', extra = [], tamper }: Exchange) {
  const conventions = resolveConventions(profile, choices);
  const keys = keysFor(choices);
  const fields = {
    ...noFields,
    environment: { appCode: 'B100000KJGK' },
    interface: { serviceCode: 'S110000Y70PYTjb' },
    extra,
  };
  const request = writeRequest({ profile, conventions, body, inputs: inputs({ keys, fields }) });
  const wire = textOf(request, 'message');
  const httpHeaders = request.slots.get('httpHeaders');
  const answer = createSimulator({ conventions, keys, engine }).receive(
    {
      method: 'POST',
      target: '/',
      bytes: new TextEncoder().encode(tamper ? tamper(wire) : wire),
      httpHeaders: httpHeaders?.type === 'fields' ? httpHeaders.fields : [],
      faults: {},
    },
    { clock, nonce, serial: '2', randomBytes, now: () => 0 },
  );
  const response = readResponse({
    profile,
    conventions,
    inputs: inputs({ keys }),
    text: answer.text,
    httpHeaders: answer.httpHeaders.map(({ name, value }) => ({ name, value: jsonString(value) })),
    request,
  });
  return { answer, response };
}

function textOf({ slots }: RunResult, slot: string): string {
  const value = slots.get(slot);
  if (value?.type !== 'text') throw new Error(`no ${slot}`);
  return value.text;
}

/** One value for every convention, whatever the others are. */
const anyChoices = fc.record(
  Object.fromEntries(
    profile.conventions.map(({ name, values }) => [name, fc.constantFrom(...values.map(({ value }) => value))]),
  ),
);

describe('both sides with the same conventions', () => {
  it('understand each other under any combination of conventions', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        // Without padding only a multiple of 16 bytes can be encrypted, and `data` must be there to be the only part.
        const agreed = { ...choices, sm4Padding: choices['sm4Padding'] === 'none' ? 'pkcs7' : choices['sm4Padding'] };
        const { answer, response } = exchange({
          choices: agreed as ConventionChoices,
          body: '{"data":{"aac003":"张三","aac002":"11010519491231002X"},"note":"示例"}',
        });
        expect({ agreed, status: answer.status, reason: answer.reason }).toMatchObject({ status: '00' });
        expect(response.trace.steps.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what must be refused', () => {
  const forged = (wire: string) => wire.replace(/"signature":"[^"]*"/, '"signature":"forged"');

  it('is every message whose signature was changed, under any conventions that sign', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const agreed = { ...choices, sm4Padding: 'pkcs7', plaintext: 'body' };
        if (choices['digest'] === 'none') return;
        expect(exchange({ choices: agreed, tamper: forged }).answer.status).toBe('30');
      }),
      { numRuns: 100 },
    );
  });

  it('is a message whose string cannot even be made: skipping is no passing', () => {
    const unsaid = (wire: string) => forged(wire).replace('"nonce"', '"x":"😀","nonce"');
    for (const digest of ['SM2', 'HMAC-SM3', 'SM3']) {
      const { answer } = exchange({ choices: { signCharset: 'GBK', digest }, tamper: unsaid });
      expect(answer.status).toBe('30');
    }
  });

  it('is a body that is no object where none is encrypted', () => {
    for (const body of ['null', '5', '"abc"', '[]']) {
      const tamper = (wire: string) => wire.replace(/"body":.*\}$/, `"body":${body}}`);
      expect(exchange({ choices: { cipher: 'none', digest: 'none' }, tamper }).answer.status).toBe('40');
    }
  });

  it('signs its refusals as agreed', () => {
    for (const responseSigned of [true, false]) {
      const { answer, response } = exchange({
        choices: { cipher: 'SM2', responseCipher: 'clearSigned', responseSigned },
        tamper: forged,
      });
      expect(answer.status).toBe('30');
      expect(response.trace.findings.filter(({ code }) => code.startsWith('signature'))).toEqual([]);
    }
  });
});

describe('what a reader must not be talked into', () => {
  const header =
    '"serviceCode":"S110000Y70PYTjb","appCode":"B100000KJGK","serviceAreaCode":"110000","serviceReqId":"B100000KJGK20261122000000001","serviceReqTime":"20261122101020","serviceResTime":"20261122101021","serviceResId":"S110000Y70P20261122000000001"';

  it('takes no clear body for success because of a second commStatus', () => {
    const text = `{"header":{${header},"commStatus":"10","commStatus":"00"},"body":{"data":{"aac003":"FORGED"}}}`;
    const conventions = resolveConventions(profile, {});
    const { trace, slots } = readResponse({ profile, conventions, inputs: inputs(), text, httpHeaders: [] });
    expect(trace.findings.map(({ code }) => code)).toContain('body.notEncrypted');
    expect(slots.has('body')).toBe(false);
  });

  it('restores each of two members with its own value', () => {
    const conventions = resolveConventions(profile, { plaintext: 'data' });
    const body = '{"data":{"v":"first"},"data":{"v":"last"}}';
    const request = writeRequest({
      profile,
      conventions,
      body,
      inputs: inputs({ fields: { ...noFields, environment: { appCode: 'B100000KJGK' } } }),
    });
    const { plaintext } = inspectMessage({
      profile,
      conventions,
      inputs: inputs(),
      text: textOf(request, 'message'),
      httpHeaders: [],
    });
    expect(plaintext).toBe(body);
  });

  it('reads a million repeated members and eight megabytes of Base64 lines without losing itself', () => {
    const conventions = resolveConventions(profile, { cipher: 'none', digest: 'none' });
    const repeated = `{"header":{${header}},"body":{${'"a":1,\n'.repeat(200_000)}"a":1}}`;
    const many = inspectMessage({ profile, conventions, inputs: inputs(), text: repeated, httpHeaders: [] });
    expect(many.run.trace.findings.length).toBeLessThan(300);
    const lines = JSON.stringify(`${'A'.repeat(76)}\r\n`.repeat(100_000));
    const long = inspectMessage({
      profile,
      conventions: resolveConventions(profile, {}),
      inputs: inputs(),
      text: `{"header":{${header}},"body":${lines}}`,
      httpHeaders: [],
    });
    expect(long.inOrder).toBe(false);
  });
});
