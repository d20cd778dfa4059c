import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { readForm } from '../../http/form.ts';
import { requestTarget, wholeAddress } from '../../http/request-target.ts';
import { scalarText } from '../../json/json-node.ts';
import { noFields, readResponse } from '../../pipeline/messages.ts';
import { resolveConventions } from '../../profile/conventions.ts';
import { talkToSimulator, type Talk, type TalkResult } from '../talk-to-simulator.ts';
import { conventions } from './conventions.ts';
import { interfaces } from './interfaces.ts';
import { provider } from './provider.ts';
import { codePrefix, expiredToken, people } from './register.ts';
import { codeMilliseconds, tokenMilliseconds } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
type Choices = Readonly<Record<string, string>>;
const { profile, sample } = provider;

const keyTexts = {
  base64: [sample.keys.authKey, sample.keys.bodyKey],
  hex32: ['30313233343536373839616263646566', '66656463626139383736353433323130'],
  ascii16: ['0123456789abcdef', 'fedcba9876543210'],
} as const;

/** Keys in the form that the conventions want. */
function keysFor({ keyReading = 'base64', appwordReading = 'md5' }: Choices) {
  const [authKey, bodyKey] = keyTexts[keyReading as keyof typeof keyTexts];
  const appword = { md5: sample.keys.appword, ascii16: 'demoword12345678', hex32: '00112233445566778899aabbccddeeff' }[
    appwordReading
  ];
  return { appword: appword ?? '', authKey, bodyKey };
}

interface TalkWith {
  readonly ours?: Choices;
  readonly theirs?: Choices;
  readonly appword?: string;
  readonly clock?: number;
}

function talk({ ours = {}, theirs = ours, appword, clock }: TalkWith = {}): Talk {
  const keys = { ...keysFor(ours), ...(appword !== undefined && { appword }) };
  return talkToSimulator(
    { ...provider, sample: { ...sample, keys } },
    { engine, randomBytes, conventions: ours, theirs, ...(clock !== undefined && { clock }) },
  );
}

function sampleBody(id: string, change: object = {}): object {
  const text = interfaces.find((one) => one.id === id)?.samples[0]?.body ?? '{}';
  return { ...(JSON.parse(text) as object), ...change };
}

function messageOf({ request }: TalkResult): string {
  const message = request.slots.get('message');
  return message?.type === 'text' ? message.text : '';
}

function formOf(result: TalkResult): Readonly<Record<string, string>> {
  return Object.fromEntries(readForm(messageOf(result)).map(({ name, value }) => [name, value]));
}

function authOf({ request }: TalkResult): string | undefined {
  const headers = request.slots.get('httpHeaders');
  return headers?.type === 'fields' ? scalarText(headers.fields.find(({ name }) => name === 'auth')?.value) : undefined;
}

function statusRead({ response }: TalkResult): string | undefined {
  const header = response.slots.get('header');
  return header?.type === 'fields' ? scalarText(header.fields[0]?.value) : undefined;
}

const codesOf = ({ response }: TalkResult) => response.trace.findings.map(({ code }) => code);

describe('known answers', () => {
  it('signs as the domain file has it: MD5 of demoapp, demoword, 20200505123412', () => {
    const one = talk({ appword: 'demoword', clock: Date.UTC(2020, 4, 5, 4, 34, 12) });
    const result = one.call('token', { body: sampleBody('token') });
    expect(messageOf(result)).toBe(
      'appmark=demoapp&time=20200505123412&servicename=demoservice&sign=98f0e145e2516e7302c55fe9a9f8e915&params=' +
        '%7B%22name%22%3A%22%E5%BC%A0%E4%B8%89%22%2C%22paperstype%22%3A%221%22%2C%22papersnumber%22%3A%2211010519491231002X%22' +
        '%2C%22mobile%22%3A%2200000000001%22%7D',
    );
    expect(result.answer.status).toBe('000000');
    // For those who compare, the secret has its name there.
    expect(result.request.slots.get('stringToSign')).toMatchObject({ text: 'demoapp‹appword›20200505123412' });
  });

  it('encrypts the authentication id as the domain file has it', () => {
    const result = talk().call('identity', { body: sampleBody('identity') });
    expect(authOf(result)).toBe('RkQr0dRLr/0qrvSOwd+jBQ==');
    expect(result.request.slots.get('httpHeaders')).toMatchObject({ fields: [{ name: 'auth' }] });
  });

  it('signs as Node does, whatever word and time', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.constantFrom('yyyyMMddHHmmss', 'milliseconds'),
        (appword, time) => {
          const sent = formOf(talk({ ours: { time }, appword }).call('token'));
          const expected = createHash('md5').update(`demoapp${appword}${sent['time']}`).digest('hex');
          expect(sent['sign']).toBe(expected);
        },
      ),
    );
  });

  it('encrypts bodies as Node does, in every cipher and mode', () => {
    const [authKey, bodyKey] = keyTexts.ascii16.map((text) => Buffer.from(text)) as [Buffer, Buffer];
    const sealed = (text: string, { cipher, mode, key }: { cipher: string; mode: string; key: Buffer }) => {
      const name = cipher === 'AES' ? `aes-128-${mode.toLowerCase()}` : mode === 'ECB' ? 'des-ede3' : 'des-ede3-cbc';
      const whole = cipher === 'AES' ? key : Buffer.concat([key, key.subarray(0, 8)]);
      const iv = mode === 'ECB' ? null : Buffer.alloc(cipher === 'AES' ? 16 : 8);
      const transform = createCipheriv(name, whole, iv);
      return Buffer.concat([transform.update(text, 'utf8'), transform.final()]).toString('base64');
    };
    fc.assert(
      fc.property(
        fc.constantFrom('AES', 'DESede'),
        fc.constantFrom('ECB', 'CBC'),
        fc.string({ unit: 'grapheme' }),
        (cipher, mode, place) => {
          const ours = { algorithm: cipher, mode: mode };
          const body = JSON.stringify({ userid: '11010519491231002X', name: '张三', organizeLocation: place });
          const result = talk({ ours }).call('identity', { body });
          expect(messageOf(result)).toBe(sealed(body, { cipher, mode, key: bodyKey }));
          expect(authOf(result)).toBe(sealed('demo-auth-id', { cipher, mode, key: authKey }));
          expect(result.answer.status).toBe('200');
        },
      ),
    );
  });
});

const [, li] = people;

describe('the flow', () => {
  it('goes from token over page to scan, and lets the code that was shown end', () => {
    const one = talk();
    const made = one.call('token', { body: sampleBody('token', { name: li?.name, papersnumber: li?.number }) });
    const { token, uuid } = made.body as { token: string; uuid: string };
    expect([token, uuid]).toEqual([expect.stringMatching(/^[\da-f]{32}$/), expect.stringMatching(/^P\d+$/)]);
    const url = `${codePrefix}${uuid}`;
    expect(one.call('scan', { body: sampleBody('scan', { url }) }).answer.status).toBe('112');

    const page = one.call('page', { header: { token, uuid } });
    expect(page.body).toEqual({ page: expect.stringContaining(url) as string });
    const chosen = profile.interfaces.find(({ id }) => id === 'page');
    const { method, path } = requestTarget(profile, { chosen, slots: page.request.slots });
    expect([method, wholeAddress('http://127.0.0.1/', path)]).toEqual([
      'GET',
      `http://127.0.0.1/h5?token=${token}&uuid=${uuid}`,
    ]);
    expect(messageOf(page)).toBe('');

    expect(one.call('scan', { body: sampleBody('scan', { url }) }).body).toMatchObject({
      res: { name: '李四', idcardNo: li?.number, level: 'yellow' },
    });
    one.clock += codeMilliseconds;
    expect(one.call('scan', { body: sampleBody('scan', { url }) }).answer.status).toBe('111');
    one.call('page', { header: { token, uuid } });
    expect(one.call('scan', { body: sampleBody('scan', { url }) }).answer.status).toBe('0');
  });

  it('opens a session for the holder of the environment, and lets a body say who it is instead', () => {
    const one = talk();
    expect(JSON.parse(formOf(one.call('token'))['params'] ?? '')).toEqual(sampleBody('token'));
    const other = { name: '李四', papersnumber: li?.number, phone: '025-00000000' };
    const sent = formOf(one.call('token', { body: other }));
    expect(JSON.parse(sent['params'] ?? '')).toEqual({ ...sampleBody('token'), ...other });
    expect(Object.keys(sent)).toEqual(['appmark', 'time', 'servicename', 'sign', 'params']);
    const scanned = one.call('scan', { body: sampleBody('scan') });
    expect(scanned.answer.status).toBe('0');
    expect(formOf(scanned)).toMatchObject({ ...sampleBody('scan'), token: one.session['token'] });
    expect(one.session).toEqual({
      token: expect.stringMatching(/^[\da-f]{32}$/) as string,
      uuid: expect.stringMatching(/^P\d+$/) as string,
    });
  });

  it.each(['green', 'yellow', 'red'] as const)('shows %s', (level) => {
    const { body } = talk().call('scan', { body: sampleBody('scan', { url: `${codePrefix}${level}` }) });
    const person = people.find((one) => one.level === level);
    expect(body).toMatchObject({ resCode: '0', res: { name: person?.name, level } });
    const asked = { userid: person?.number, name: person?.name };
    const identity = talk().call('identity', { body: sampleBody('identity', asked) });
    expect(identity.body).toEqual({ ...asked, levelData: level });
    expect(JSON.parse(identity.answer.text)).toMatchObject({ code: 200 });
  });
});

describe('refusals', () => {
  it.each([
    ['111', { url: `${codePrefix}expired` }],
    ['112', { url: 'https://other.example/' }],
    ['116', { verifierPhone: '00000000116' }],
    ['118', { verifierPhone: '00000000118' }],
    ['119', { url: `${codePrefix}update` }],
    ['1', { position: '' }],
  ])('answers a scan with %s', (status, change) => {
    const result = talk().call('scan', { body: sampleBody('scan', change) });
    expect(result.answer.status).toBe(status);
    expect(result.body).toEqual({ resCode: status, tip: result.answer.reason.zh });
    expect(result.response.trace.findings).toEqual([]);
    expect(profile.interfaces[2].statuses.codes.map(({ code }) => code)).toContain(status);
  });

  it('refuses tokens that it did not make, and those that have ended, in words that renew a session', () => {
    const one = talk();
    const words = (result: TalkResult) =>
      profile.session.refusals.filter(
        ({ status, words: said }) =>
          status === statusRead(result) && said.some((word) => result.answer.text.includes(word)),
      );
    for (const token of ['made-up', expiredToken]) {
      one.session = { token, uuid: 'P1' };
      expect(words(one.call('scan', { body: sampleBody('scan') }))).toHaveLength(1);
      expect(words(one.call('page'))).toHaveLength(1);
    }
    one.session = {};
    expect(words(one.call('scan', { body: sampleBody('scan') }))).toEqual([]);
    expect(words(one.call('page'))).toEqual([]);
    one.clock += tokenMilliseconds;
    const late = [one.call('scan', { body: sampleBody('scan') }), one.call('page')];
    expect(late.map(({ answer }) => answer.reason.zh)).toEqual(['令牌已过期', '令牌已过期']);
    expect(late.map(statusRead)).toEqual(['1', 'refused']);
    expect(late.map(words)).toEqual([expect.objectContaining({ length: 1 }), expect.objectContaining({ length: 1 })]);
  });

  it('takes a page that says no for a refusal, and shows it', () => {
    const refused = talk().call('page', { header: { uuid: 'P1' } });
    expect(refused.body).toEqual({ page: expect.stringContaining('uuid 与令牌不符') as string });
    expect(statusRead(refused)).toBe('refused');
    expect(statusRead(talk().call('page'))).toBe('html');
  });

  it.each([
    ['appmark', { header: { appmark: 'other' } }],
    ['sign 不正确', { header: { sign: '0'.repeat(32) } }],
    ['servicename', { header: { servicename: '' } }],
    ['缺少必填的 mobile', { body: { mobile: '' } }],
    ['没有这个用户', { body: { name: '李四' } }],
  ])('refuses a token and says why: %s', (reason, message) => {
    const { answer, response } = talk().call('token', message);
    expect(answer.status).toBe('SIMULATOR');
    expect(JSON.parse(answer.text)).toEqual({
      retcode: 'SIMULATOR',
      msg: expect.stringContaining(reason) as string,
      data: {},
    });
    expect(response.trace.findings).toEqual([]);
  });

  it.each([
    ['认证标识没有登记', { header: { authId: 'other' }, body: sampleBody('identity') }],
    ['缺少必填的 name', { body: sampleBody('identity', { name: '' }) }],
    ['没有这个人', { body: sampleBody('identity', { name: '李四' }) }],
  ])('refuses an identity number in clear: %s', (reason, message) => {
    const result = talk().call('identity', message);
    expect(result.answer.text).toContain(reason);
    expect(result.body).toEqual({ message: expect.stringContaining(reason) as string });
    expect(result.response.trace.findings).toMatchObject([
      { code: 'answer.error', message: { zh: expect.stringContaining(reason) as string } },
    ]);
  });

  it('answers an address that is nobody’s, and a status that a switch forces, in the envelope of the interface', () => {
    const { simulator, clock } = talk();
    const moment = { clock, nonce: '', serial: '', randomBytes, now: () => 0 };
    const base = { method: 'POST', bytes: new Uint8Array(), httpHeaders: [], faults: {} };
    expect(simulator.receive({ ...base, target: '/a/b' }, moment)).toMatchObject({
      status: 'SIMULATOR',
      text: expect.stringContaining('/a/b') as string,
    });
    const forced = (target: string, method = 'POST') =>
      JSON.parse(simulator.receive({ ...base, method, target, faults: { status: '500' } }, moment).text) as unknown;
    expect(forced('/skm_public/member/get')).toEqual({ code: 500, data: { message: '故障开关' } });
    expect(forced('/token')).toEqual({ retcode: '500', msg: '故障开关', data: {} });
    expect(forced('/jkm/scanJsJkm')).toEqual({ resCode: '500', tip: '故障开关' });
    expect(forced('/h5', 'GET')).toEqual({ page: '500', message: '故障开关' });
  });
});

describe('conventions', () => {
  it('are understood when both sides have the same, in any combination', () => {
    const choices = fc.record(
      Object.fromEntries(
        conventions.map(({ name, values }) => [name, fc.constantFrom(...values.map(({ value }) => value as string))]),
      ),
    );
    fc.assert(
      fc.property(choices, (ours) => {
        const one = talk({ ours });
        expect(one.call('page').body).toEqual({ page: expect.stringContaining(codePrefix) as string });
        expect(one.call('scan', { body: sampleBody('scan') }).answer.status).toBe('0');
        const identity = one.call('identity', { body: sampleBody('identity') });
        expect(identity.body).toMatchObject({ levelData: 'green' });
        expect(codesOf(identity)).toEqual([]);
      }),
    );
  });

  it.each([
    [{ time: 'milliseconds' }, '应为 14 个字符'],
    [{ signatureEncoding: 'HEX' }, 'sign 不正确'],
  ])('%j on one side is refused by the other', (choice, reason) => {
    const ours = talk({ ours: choice, theirs: {} }).call('token');
    expect(ours.answer.status).toBe('SIMULATOR');
    expect(ours.answer.reason.zh).toContain(reason);
    expect(talk({ ours: {}, theirs: choice }).call('token').answer.status).toBe('SIMULATOR');
  });

  it.each([
    ['object', 'json', ['body.notObject']],
    ['object', 'encrypted', ['body.notObject']],
    ['json', 'object', []],
    ['encrypted', 'object', ['body.notEncrypted']],
  ])('takes data for %s where it is %s', (ours, theirs, codes) => {
    const result = talk({ ours: { tokenData: ours }, theirs: { tokenData: theirs } }).call('token');
    expect(codesOf(result)).toEqual(codes);
    expect(result.body === undefined).toBe(codes.length > 0);
  });

  it('has data as text, or as hex of whole blocks, on the wire', () => {
    const wire = (tokenData: string) =>
      (JSON.parse(talk({ ours: { tokenData } }).call('token').answer.text) as { data: string }).data;
    expect(JSON.parse(wire('json'))).toMatchObject({ uuid: expect.stringMatching(/^P/) as string });
    expect(wire('encrypted')).toMatch(/^(?:[\da-f]{32})+$/);
  });

  it('encrypts data under the MD5 of appword, as Node does', () => {
    const { answer, body } = talk({ ours: { tokenData: 'encrypted' } }).call('token');
    const key = createHash('md5').update('demoword').digest();
    const cipher = createDecipheriv('aes-128-ecb', key, null);
    const { data } = JSON.parse(answer.text) as { data: string };
    expect(JSON.parse(cipher.update(data, 'hex', 'utf8') + cipher.final('utf8'))).toEqual(body);
  });

  it('reads a refusal in clear where data would be encrypted', () => {
    const result = talk({ ours: { tokenData: 'encrypted' } }).call('token', { body: { name: '李四' } });
    expect(JSON.parse(result.answer.text)).toMatchObject({ retcode: 'SIMULATOR', msg: '没有这个用户', data: {} });
    expect([result.body, codesOf(result)]).toEqual([{}, []]);
  });

  it('cannot read data under another reading of appword', () => {
    const theirs = { tokenData: 'encrypted', appwordReading: 'md5' };
    const ours = { tokenData: 'encrypted', appwordReading: 'ascii16' };
    const result = talk({ ours, theirs }).call('token');
    expect(codesOf(result)).not.toEqual([]);
    expect(result.body).toBeUndefined();
  });

  it.each([
    [{}, { algorithm: 'DESede' }],
    [{ algorithm: 'DESede' }, {}],
    [{}, { mode: 'CBC' }],
    [{ mode: 'CBC' }, {}],
    [{}, { keyReading: 'hex32' }],
    [{ keyReading: 'ascii16' }, {}],
  ])('%j against %j is refused, in clear', (ours, theirs) => {
    const result = talk({ ours, theirs }).call('identity', { body: sampleBody('identity') });
    expect(result.answer.status).toBe('SIMULATOR');
    expect(result.body).toEqual({ message: result.answer.reason.zh });
  });

  it('lets a short auth pass in either mode, and not the body', () => {
    const ours = { mode: 'CBC' };
    const { answer } = talk({ ours, theirs: {} }).call('identity', { body: sampleBody('identity') });
    const step = (title: string) => answer.request.steps.find((one) => one.title.zh === title)?.verdict;
    expect([step('解密认证标识'), step('解密报文体')]).toEqual(['done', 'failed']);
  });
});

describe('answers of others', () => {
  const read = (name: string, text: string) =>
    readResponse({
      profile,
      interface: name,
      conventions: resolveConventions(profile, {}),
      inputs: { engine, keys: sample.keys, clock: 0, randomBytes, now: () => 0, fields: noFields },
      text,
      httpHeaders: [],
    });

  it('may have their codes as numbers or as text', () => {
    const texts = ['{"resCode":0,"res":{"level":"red"}}', '{"resCode":"0","res":{"level":"red"}}'];
    for (const text of texts) {
      const { slots, trace } = read('scan', text);
      const header = slots.get('header');
      expect(header?.type === 'fields' && scalarText(header.fields[0]?.value)).toBe('0');
      expect(trace.findings).toEqual([]);
    }
  });

  it.each(['"没有权限"', '"unauthorized"', 'null', '""', '{}'])('may have %s for data of a failure', (data) => {
    const { slots, trace } = read('identity', `{"code":500,"data":${data}}`);
    const body = slots.get('body');
    const words = /[^"{}nul]+/.test(data) ? (JSON.parse(data) as string) : undefined;
    expect(body?.type === 'json' && body.text).toBe(words === undefined ? '{}' : data);
    expect(trace.findings.map(({ message }) => message.zh)).toEqual(words === undefined ? [] : [`对方：${words}`]);
  });

  it('may be anything, and are read without an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('token', 'page', 'scan', 'identity'),
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((data) => `{"code":200,"retcode":"000000","data":${data}}`),
        ),
        (name, text) => {
          expect(read(name, text).slots.get('received')).toEqual({ type: 'text', text });
        },
      ),
    );
  });
});

it('gives advice on the interface that is called and on no other', () => {
  const codes = (name: string, ours: Choices = {}) =>
    talk({ ours })
      .call(name, { body: sampleBody(name) })
      .request.trace.findings.map(({ code }) => code);
  const always = 'advice.woundDown';
  expect(codes('token')).toEqual([always, 'advice.assumedAddress', 'advice.signatureScope']);
  expect(codes('page')).toEqual([always, 'advice.assumedAddress', 'advice.tokenInAddress']);
  expect(codes('scan')).toEqual([always]);
  expect(codes('identity')).toEqual([always, 'advice.cipherInferred', 'advice.ecb']);
  expect(codes('identity', { mode: 'CBC' })).toEqual([always, 'advice.cipherInferred', 'advice.zeroIv']);
});
