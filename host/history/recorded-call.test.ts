import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCalls } from '../../shared/compare/compare-calls.ts';
import { callSchema, type Call } from '../../shared/model/call.ts';
import { viewTrace } from '../../shared/pipeline/trace-view.ts';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import { findProvider } from '../../shared/providers/providers.ts';
import { callDocument } from '../calls/call-document.ts';
import { drawNonce } from '../calls/node-inputs.ts';
import type { PreparedCall } from '../calls/prepared-call.ts';
import { sendRequest } from '../calls/send-request.ts';
import { createNodeEngine } from '../crypto/node-engine.ts';
import { startSimulatorServer, type SimulatorServer } from '../simulator/simulator-server.ts';
import { sampleKeys } from '../../shared/providers/sample-keys.ts';
import { readExport, writeExport } from './export-file.ts';
import { hideDocument } from './hide-document.ts';
import { slotsOf, type HistoryDocument } from './history-document.ts';
import { documentOf, historyRecordOf } from './history-record.ts';

const engine = createNodeEngine();
const { profile, createSimulator, sample } = findProvider('ldt6008');
const keys = sampleKeys({ profile, keys: sample.keys }, engine);
const name = '张三';
const number = '11010519491231002X';
const personal = [name, number, Buffer.from(name).toString('base64'), Buffer.from(name).toString('hex')];

let simulator: SimulatorServer;
let serial = 0;

beforeAll(async () => {
  const conventions = resolveConventions(profile, {});
  simulator = await startSimulatorServer({ simulator: createSimulator({ conventions, keys, engine }), port: 0 });
});

afterAll(() => simulator.close());

async function sent({
  change = {},
  id = '3f0d8e0a-6d0b-4a57-9a63-1f1a2b3c4d5e',
  padding = '',
  locked = {},
  extra = [],
}: {
  change?: Readonly<Record<string, string>>;
  id?: string;
  padding?: string;
  locked?: Readonly<Record<string, string>>;
  extra?: Call['extraHeader'];
} = {}): Promise<HistoryDocument> {
  const conventions = resolveConventions(profile, change);
  const body = JSON.stringify({ aac003: name, aac002: number, ...(padding && { aae013: padding }) });
  const call = callSchema.parse({
    platform: 'ldt6008',
    interface: 'cardStatus',
    environment: 'simulator',
    header: locked,
    extraHeader: extra,
    body,
    conventions: change,
    url: '',
  });
  const prepared: PreparedCall = {
    profile,
    chosen: profile.interfaces.find((one) => one.id === 'cardStatus'),
    conventions,
    keys,
    fields: {
      environment: { appCode: 'B100000KJGK' },
      interface: profile.interfaces.find((one) => one.id === 'cardStatus')?.header ?? {},
      locked,
      extra,
    },
    body,
    url: simulator.url,
  };
  const drawn = { clock: Date.now(), nonce: drawNonce(), serial: String((serial += 1)) };
  const outcome = await sendRequest(prepared, { engine, drawn, transport: {} });
  const facts = { id, call, profile, keys: { sm4Key: '0011223344556677' }, version: '0.0.0', requestId: 'sample/x' };
  return callDocument(facts, { outcome, engine });
}

/** As the store gives it back. */
function keptAndLoaded(document: HistoryDocument): HistoryDocument {
  const { document: text, bodies } = historyRecordOf(document, { engine, profile });
  return documentOf({ document: text, bodies });
}

function comparable(document: HistoryDocument) {
  const { record, request, response } = document;
  return {
    record,
    request: { trace: request, slots: slotsOf(request) },
    ...(response && { response: { trace: response, slots: slotsOf(response) } }),
  };
}

describe('a recorded call', () => {
  it('comes back whole: both traces, both messages to the byte', async () => {
    const document = await sent();
    expect(document.record.verdict).toBe('success');
    const loaded = keptAndLoaded(document);
    const whole = { limit: Number.POSITIVE_INFINITY };
    expect(viewTrace(loaded.request, whole)).toEqual(viewTrace(document.request, whole));
    expect(loaded.response && viewTrace(loaded.response, whole)).toEqual(
      document.response && viewTrace(document.response, whole),
    );
    expect(loaded.wire).toEqual(document.wire);
    expect(loaded.record).toEqual(document.record);
  });

  it('is summed up for the list, and found by what it says', async () => {
    const { entry, text } = historyRecordOf(await sent(), { engine, profile });
    expect(entry).toMatchObject({
      platform: 'ldt6008',
      interface: 'cardStatus',
      verdict: 'success',
      status: { code: '00' },
      requestId: 'sample/x',
      bodiesKept: true,
    });
    expect(entry.messageId).toMatch(/^B100000KJGK\d{17}$/);
    for (const part of [name, number, 'B100000KJGK']) expect(text).toContain(part);
  });

  it('keeps a large body beside the document', async () => {
    const document = await sent({ padding: '长'.repeat(30_000) });
    const { document: text, bodies } = historyRecordOf(document, { engine, profile });
    expect(text.length).toBeLessThan(60_000);
    expect(bodies.length).toBeGreaterThan(0);
    expect(keptAndLoaded(document).wire.body).toEqual(document.wire.body);
  });

  it.each(['masked', 'left out'] as const)(
    'holds nothing personal when it is %s, and still shows header and signature',
    async (hiding) => {
      const hidden = keptAndLoaded(hideDocument(await sent(), { hiding, profile }));
      const { text, document } = historyRecordOf(hidden, { engine, profile });
      for (const part of personal) expect(`${text}${document}`).not.toContain(part);
      expect(hidden.wire).toMatchObject({ body: null, answer: null });
      const slots = slotsOf(hidden.request);
      expect(slots.get('signature')).toBeDefined();
      expect(slots.get('ciphertext')).toBeDefined();
      expect(slots.get('header')).toBeDefined();
    },
  );

  it('says nothing personal beside the body either: address, header, sentences, notes', async () => {
    const document = await sent();
    const said = `查到${name}（${number}）`;
    const loud: HistoryDocument = {
      ...document,
      record: {
        ...document.record,
        url: `https://api.example/?id=${number}`,
        call: { ...document.record.call, extraHeader: [{ name: 'who', value: name }] },
        error: { code: 'x', text: { zh: said, en: said } },
      },
      request: {
        ...document.request,
        steps: [
          ...document.request.steps,
          {
            kind: 'x',
            title: { zh: 'x', en: 'x' },
            options: {},
            inputs: [],
            outputs: [
              { slot: 'told', size: 1, sensitivity: 'public', value: { type: 'text', text: said } },
              {
                slot: 'header',
                size: 1,
                sensitivity: 'public',
                value: { type: 'fields', fields: [{ name: 'who', value: { type: 'string', value: name } }] },
              },
            ],
            milliseconds: 0,
            verdict: 'done',
            findings: [{ code: 'x', severity: 'notice', message: { zh: said, en: said } }],
          },
        ],
      },
    };
    const { entry } = historyRecordOf(loud, { engine, profile });
    const marked = { ...entry, note: name, tags: [name] };
    const text = writeExport([{ entry: marked, document: hideDocument(loud, { hiding: 'masked', profile }) }], {
      form: 'masked',
    });
    for (const part of personal) expect(text).not.toContain(part);
    expect(text).toContain('B100000KJGK');
    expect(readExport(text).calls).toHaveLength(1);
  });

  it.each(['masked', 'left out'] as const)(
    'says nothing that somebody typed into header, address or title when it is %s',
    async (hiding) => {
      const typed = ['王小明', 'who-is-it@mail.example', '13800000000', '李四的查询', 'a-cookie'];
      const [said = '', mail = '', phone = '', title = '', cookie = ''] = typed;
      const document = await sent({
        locked: { serviceAreaCode: said },
        extra: [
          { name: 'memo', value: mail },
          { name: 'short', value: '李' },
        ],
      });
      const { record, wire } = document;
      if (!record.http) throw new Error('no answer');
      const loud: HistoryDocument = {
        ...document,
        record: {
          ...record,
          title: { zh: title, en: title },
          url: `${record.url}/?phone=${phone}`,
          http: {
            ...record.http,
            requestHead: `POST /?phone=${phone} HTTP/1.1\r\nHost: a\r\nX-Who: ${mail}\r\n\r\n`,
            responseHeaders: [...record.http.responseHeaders, ['Set-Cookie', cookie]],
          },
        },
        wire: { ...wire, headers: [...wire.headers, ['X-Who', mail]] },
      };
      const hidden = hideDocument(loud, { hiding, profile });
      const { document: text } = historyRecordOf(hidden, { engine, profile });
      for (const part of hiding === 'masked' ? typed : typed.filter((one) => one !== title)) {
        expect(text).not.toContain(part);
        // Inside values that are bytes.
        for (const [, bytes] of slotsOf(hidden.request))
          if (bytes.type === 'bytes') expect(Buffer.from(bytes.bytes).toString()).not.toContain(part);
      }
      expect(hidden.record.call).toMatchObject({
        header: { serviceAreaCode: '***' },
        extraHeader: [{ name: 'memo' }, { name: 'short', value: '*' }],
      });
      expect(hidden.record.http?.requestHead).toMatch(
        /^POST \/\?phone=\*{11} HTTP\/1\.1\r\nHost: a\r\nX-Who: \*+\r\n\r\n$/,
      );
      expect(slotsOf(hidden.request).get('stringToSign')).toMatchObject({
        text: expect.stringContaining('appCode=B100000KJGK&memo=') as string,
      });
    },
  );

  it.each(['masked', 'left out'] as const)('keeps no words of the other side when it is %s', async (hiding) => {
    const document = await sent();
    const header = slotsOf(hideDocument(document, { hiding, profile }).response ?? document.request).get('header');
    expect(header?.type === 'fields' && header.fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'msg', value: { type: 'string', value: '**' } }),
        expect.objectContaining({ name: 'commStatus', value: { type: 'string', value: '00' } }),
      ]),
    );
  });

  it('is exported and read again, and is refused when it is not what it should be', async () => {
    const document = await sent();
    const { entry } = historyRecordOf(document, { engine, profile });
    const text = writeExport([{ entry: { ...entry, note: '证据', tags: ['a'], pinned: true }, document }], {
      form: 'whole',
    });
    const { calls, problems } = readExport(text);
    expect(problems).toEqual([]);
    expect(calls).toMatchObject([{ marks: { note: '证据', tags: ['a'], pinned: true } }]);
    expect(calls[0]?.document.wire).toEqual(document.wire);

    const damaged = text.replace('\\"verdict\\":\\"success\\"', '\\"verdict\\":\\"great\\"');
    expect(readExport(damaged)).toMatchObject({
      calls: [],
      problems: [{ code: 'history.notCall', position: { line: 2 } }],
    });
    expect(() => readExport('{"kind":"something"}\n')).toThrow(expect.objectContaining({ code: 'history.notExport' }));
    expect(() => readExport('{"kind":"hufu-history","format":2}\n')).toThrow(
      expect.objectContaining({ code: 'history.newerFormat' }),
    );
  });
});

describe('two calls side by side', () => {
  it('differ in what is new with every call, and in nothing else', async () => {
    const left = comparable(await sent());
    const right = comparable(await sent({ id: '4f0d8e0a-6d0b-4a57-9a63-1f1a2b3c4d5e' }));
    const { summary, texts } = compareCalls({ left, right, profile });
    expect(summary).toHaveLength(1);
    expect(summary[0]?.zh).toMatch(/^每次调用都会不同的字段：.*nonce/);
    expect(texts.find(({ what }) => what === 'plaintext')).toMatchObject({ same: true, differing: [] });
  });

  it('say what the other side signs', async () => {
    const left = comparable(await sent());
    const right = comparable(
      await sent({ change: { timeSigned: 'serviceReqTime' }, id: '5f0d8e0a-6d0b-4a57-9a63-1f1a2b3c4d5e' }),
    );
    const { summary } = compareCalls({ left, right, profile });
    const words = summary.map(({ en }) => en).join('\n');
    expect(words).toContain('Outcome: left 00');
    expect(words).toContain('only the left signs timestamp; only the right signs serviceReqTime');
    expect(words).toMatch(/Convention .*left timestamp, right serviceReqTime/);
  });

  it('are the same when they are the same', async () => {
    const call = comparable(await sent());
    expect(compareCalls({ left: call, right: call, profile }).summary).toEqual([
      expect.objectContaining({ en: 'The two calls are the same to the byte.' }),
    ]);
  });
});
