import { createCipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { bytesFromUtf8 } from '../../crypto/encodings/utf8.ts';
import { noFields, readResponse } from '../../pipeline/messages.ts';
import { resolveConventions } from '../../profile/conventions.ts';
import { talkToSimulator, type TalkResult } from '../talk-to-simulator.ts';
import { conventions } from './conventions.ts';
import { provider } from './provider.ts';
import { expiredToken, usedOperateId } from './register.ts';
import { tokenSeconds } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
type Choices = Readonly<Record<string, string>>;
const keyTexts: Choices = {
  ascii16: provider.sample.keys.sm4Key,
  hex32: '00112233445566778899aabbccddeeff',
  base64: 'ABEiM0RVZneImaq7zN3u/w==',
  md5: provider.sample.keys.sm4Key,
};

/** Keys in the form that the conventions of this side want; the simulator has the same texts. */
function talk(ours: Choices = {}, theirs: Choices = ours) {
  const sm4Key = keyTexts[ours['sm4Key'] ?? 'ascii16'] ?? '';
  const sample = { ...provider.sample, keys: { ...provider.sample.keys, sm4Key } };
  return talkToSimulator({ ...provider, sample }, { engine, randomBytes, conventions: ours, theirs });
}

const person = { aac003: '张三', aac002: '11010519491231002X' };
const operation = { ...person, aab004: '北京示例一公司' };

function messageOf({ request }: TalkResult): Record<string, unknown> {
  const message = request.slots.get('message');
  return JSON.parse(message?.type === 'text' ? message.text : '{}') as Record<string, unknown>;
}

const refusedBecause = ({ answer }: TalkResult) => ({ status: answer.status, zh: answer.reason.zh });

describe('known answers', () => {
  it('signs with SM3 in lower hex, as OpenSSL computes it', () => {
    const sent = talk().call('person', { body: person });
    const { sign, ...fields } = messageOf(sent)['header'] as Record<string, string>;
    const text = Object.entries(fields)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    expect(text).toMatch(
      /^areaCode=110000&channelCode=DEMO&interfaceCode=Q0001&requestId=\w{24}&timestamp=20261122101020$/,
    );
    expect(sign).toBe(createHash('sm3').update(text).digest('hex'));
  });

  it('leaves empty fields out of what is signed', () => {
    const sent = talk().call('person', { body: person, header: { channelCode: '' } });
    expect(sent.request.slots.get('stringToSign')).toMatchObject({
      text: expect.stringMatching(/^areaCode=110000&interfaceCode=/) as string,
    });
  });

  it('encrypts by SM4-ECB with PKCS#7 in Base64, as OpenSSL computes it', () => {
    const cipher = createCipheriv('sm4-ecb', Buffer.from('6002demo12345678'), null);
    const expected = Buffer.concat([cipher.update(JSON.stringify(person), 'utf8'), cipher.final()]).toString('base64');
    expect(messageOf(talk().call('person', { body: person }))['body']).toBe(expected);
  });

  it.each([
    ['hex32', Buffer.from(keyTexts['hex32'] ?? '', 'hex')],
    ['base64', Buffer.from(keyTexts['base64'] ?? '', 'base64')],
    [
      'md5',
      createHash('md5')
        .update(keyTexts['md5'] ?? '')
        .digest(),
    ],
  ])('reads the key as %s, and puts the IV of CBC in front', (sm4Key, key) => {
    const body = messageOf(talk({ sm4Key, sm4Mode: 'CBC' }).call('person', { body: person }))['body'];
    const bytes = Buffer.from(String(body), 'base64');
    const cipher = createCipheriv('sm4-cbc', key, bytes.subarray(0, 16));
    expect(Buffer.concat([cipher.update(JSON.stringify(person), 'utf8'), cipher.final()])).toEqual(bytes.subarray(16));
  });

  it('sends id and secret flat and in clear, and the token behind Bearer', () => {
    const one = talk();
    const opened = one.call('token');
    expect(messageOf(opened)).toEqual({ appId: 'demo-app', appSecret: provider.sample.keys.appSecret });
    expect(opened.body).toEqual({ access_token: expect.stringMatching(/^[\da-f]{32}$/) as string, expires_in: 7200 });
    const sent = one.call('person', { body: person });
    expect(sent.request.slots.get('httpHeaders')).toMatchObject({
      fields: [{ name: 'Authorization', value: { value: `Bearer ${one.session['access_token']}` } }],
    });
  });
});

describe('conventions', () => {
  it('are understood when both sides have the same, in any combination', () => {
    const choices = fc.record(
      Object.fromEntries(
        conventions.map(({ name, values }) => [name, fc.constantFrom(...values.map(({ value }) => value as string))]),
      ),
    );
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(choices, names, (ours, aab004) => {
        const { answer, response, request } = talk(ours).call('register', { body: { ...operation, aab004 } });
        expect(answer.status).toBe('200');
        expect(response.trace.findings).toEqual([]);
        const message = request.slots.get('message');
        expect(message?.type === 'text' && message.text.includes(person.aac002)).toBe(ours['cipher'] === 'none');
        const asked = talk(ours).call('person', { body: person });
        expect(asked.body).toEqual({ ...person, aab004: '北京示例一公司' });
        expect(asked.answer.text.includes(person.aac002)).toBe(ours['cipher'] === 'none');
      }),
    );
  });

  const decryption = /填充|UTF-8|JSON|整分组|分组|报文体/;
  it.each<[Choices, RegExp]>([
    [{ tokenCarrier: 'query' }, /^令牌无效$/],
    [{ tokenCarrier: 'header' }, /^令牌无效$/],
    [{ digest: 'none' }, /^签名不正确$|sign/],
    [{ cipher: 'none' }, /明文/],
    [{ sm4Mode: 'CBC' }, decryption],
    [{ sm4Key: 'md5' }, decryption],
  ])('%j on one side alone is refused, in clear, whichever side has it', (choice, reason) => {
    const refused = talk(choice, {}).call('person', { body: person });
    expect(refused.answer.status).toBe('500');
    expect(refused.answer.reason.zh).toMatch(reason);
    expect(refused.body).toEqual({});
    expect(refused.response.slots.get('header')).toMatchObject({ fields: [{ name: 'code' }, { name: 'message' }] });
    if (!('digest' in choice)) expect(talk({}, choice).call('person', { body: person }).answer.status).toBe('500');
  });
});

describe('answers of others', () => {
  const read = (text: string, ours: Choices = {}) => {
    const { slots, trace } = readResponse({
      profile: provider.profile,
      interface: 'person',
      conventions: resolveConventions(provider.profile, ours),
      inputs: { engine, keys: provider.sample.keys, clock: 0, randomBytes, now: () => 0, fields: noFields },
      text,
      httpHeaders: [],
    });
    const body = slots.get('body');
    return { body: body?.type === 'json' ? body.text : undefined, codes: trace.findings.map(({ code }) => code) };
  };

  it.each([
    ['{"code":"500","message":"x","data":null}', '{}'],
    ['{"code":"500","message":"x","data":""}', '{}'],
    ['{"code":"500","message":"x"}', '{}'],
    ['{"code":"500","data":{}}', '{}'],
    ['{"code":"500","data":"没有权限"}', '"没有权限"'],
  ])('may say a failure as %s', (text, body) => {
    expect(read(text)).toEqual({ body, codes: [] });
  });

  it('may have no data where nothing is encrypted', () => {
    expect(read('{"code":"500","data":null}', { cipher: 'none' })).toEqual({ body: '{}', codes: [] });
  });

  it('must be encrypted on success where that is agreed', () => {
    expect(read('{"code":"200","data":{"aac002":"1"}}').codes).toContain('body.notEncrypted');
    expect(read('{"code":"200","data":null}').codes).toContain('body.empty');
  });
});

describe('refusals', () => {
  it('lets tokens end, and refuses unknown ones', () => {
    const one = talk();
    expect(one.call('person', { body: person }).answer.status).toBe('200');
    one.clock += tokenSeconds * 1000 - 1;
    expect(one.call('person', { body: person }).answer.status).toBe('200');
    one.clock += 1;
    expect(refusedBecause(one.call('person', { body: person }))).toEqual({ status: '500', zh: '令牌已过期' });
    one.session = { access_token: 'made-up' };
    expect(refusedBecause(one.call('person', { body: person })).zh).toBe('令牌无效');
    one.session = { access_token: expiredToken };
    expect(refusedBecause(one.call('person', { body: person })).zh).toBe('令牌已过期');
  });

  it('wants the word Bearer in front of the token', () => {
    const one = talk();
    one.call('person', { body: person });
    const bare = one.call('person', { body: person, header: { Authorization: one.session['access_token'] ?? '' } });
    expect(refusedBecause(bare).zh).toBe('令牌无效');
  });

  it.each([[{ appSecret: 'wrong' }], [{ appId: 'wrong' }]])('gives no token to %j', (header) => {
    const refused = talk().call('token', { header });
    expect(refusedBecause(refused)).toEqual({ status: '500', zh: 'appId 或 appSecret 不正确' });
    expect(refused.answer.reason.en).toBe('appId or appSecret is wrong');
    expect(refused.body).toEqual({});
  });

  it('refuses a locked signature, an interface that is another’s, and nobody', () => {
    const signed = talk().call('person', { body: person, header: { sign: '0'.repeat(64) } });
    expect(refusedBecause(signed).zh).toBe('签名不正确');
    const other = talk().call('person', { body: person, header: { interfaceCode: 'Q0002' } });
    expect(refusedBecause(other).zh).toBe('interfaceCode 与地址不符');
    const nobody = talk().call('person', { body: { ...person, aac003: '李四' } });
    expect(refusedBecause(nobody).zh).toBe('查无此人');
  });

  it.each([
    ['register', { aac003: '张三', aac002: '1' }, 'aab004'],
    ['person', { aac003: '', aac002: '1' }, 'aac003'],
    ['people', { rows: 1 }, 'cpage'],
  ])('%s without %j names the missing member', (id, body, name) => {
    expect(refusedBecause(talk().call(id, { body })).zh).toBe(`缺少必填的 ${name}`);
  });

  it.each([0, 1.5, '1'])('refuses page %j', (cpage) => {
    const refused = talk().call('people', { body: { cpage, rows: 2 } });
    expect(refusedBecause(refused)).toMatchObject({ status: '500', zh: expect.stringContaining('cpage') as string });
  });

  it('says every reason in English too', () => {
    const one = talk();
    const answers = [
      one.call('person', { body: {} }),
      one.call('person', { body: person, header: { sign: '0'.repeat(64) } }),
      one.call('register', { body: operation, header: { operateId: usedOperateId } }),
      one.call('person', { body: person, header: { Authorization: 'Bearer x' } }),
    ];
    for (const { answer } of answers) expect(answer.reason.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('forces the status that a switch says, on the wire too', () => {
    const one = talk();
    const moment = { clock: one.clock, nonce: '', serial: '', randomBytes, now: () => 0 };
    const message = { method: 'POST', bytes: bytesFromUtf8('{}'), httpHeaders: [], faults: { status: '403' } };
    for (const target of ['/Q0001', '/token', '/nowhere']) {
      const forced = one.simulator.receive({ ...message, target }, moment);
      expect(forced.status).toBe('403');
      expect(JSON.parse(forced.text)).toEqual({ code: '403', message: '故障开关', data: {} });
    }
    const lost = one.simulator.receive({ ...message, target: '/nowhere', faults: {} }, moment);
    expect(JSON.parse(lost.text)).toEqual({ code: '500', message: '没有这个接口：POST /nowhere', data: {} });
  });
});

it('does an operation once for its id, in whatever order its members stand', () => {
  const one = talk();
  const header = { operateId: 'same' };
  const first = one.call('register', { body: operation, header });
  const reordered = Object.fromEntries(Object.entries(operation).toReversed());
  expect(one.call('register', { body: reordered, header }).body).toEqual(first.body);
  expect(one.call('register', { body: operation }).body).not.toEqual(first.body);
  expect(refusedBecause(one.call('register', { body: { ...operation, aab004: '别的' }, header })).zh).toBe(
    'operateId 已用于另一个操作',
  );
});

it('pages lists', () => {
  expect(talk().call('people', { body: { cpage: 2, rows: 2 } }).body).toMatchObject({
    totalCount: 3,
    totalPage: 2,
    list: [{ aac003: '𠮷野' }],
  });
});

it('advises on what is weak in what was chosen, and on nothing else', () => {
  const codes = (name: string, ours: Choices = {}) =>
    talk(ours)
      .call(name, { body: person })
      .request.trace.findings.map(({ code }) => code)
      .filter((code) => code.startsWith('advice.'));
  expect(codes('token')).toEqual(['advice.assumed']);
  expect(codes('person')).toEqual(['advice.assumed', 'advice.unkeyedDigest', 'advice.ecb']);
  expect(codes('person', { digest: 'none', sm4Mode: 'CBC', tokenCarrier: 'query' })).toEqual([
    'advice.assumed',
    'advice.tokenInAddress',
  ]);
});
