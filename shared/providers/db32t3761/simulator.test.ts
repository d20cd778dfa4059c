import { expect, it } from 'vitest';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { talkToSimulator, type TalkResult } from '../talk-to-simulator.ts';
import { interfaces } from './interfaces.ts';
import { provider } from './provider.ts';
import { tokenMilliseconds } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const talk = (conventions = {}, theirs = conventions) =>
  talkToSimulator(provider, { engine, randomBytes, conventions, theirs });
const bodyOf = (id: string, change: object = {}): object => ({
  ...(JSON.parse(interfaces.find((one) => one.id === id)?.samples[0]?.body ?? '{}') as object),
  ...change,
});

function textOf({ request }: TalkResult, slot: string): string {
  const value = request.slots.get(slot);
  return value?.type === 'text' ? value.text : String(value?.type === 'parts' ? value.parts[0]?.content : '');
}

it('signs as the known answer has it: MD5 of appmark, appword and time', () => {
  const one = talk();
  one.clock = Date.UTC(2020, 4, 5, 4, 34, 12);
  const sent = one.call('token', { body: bodyOf('token') });
  expect(textOf(sent, 'message')).toContain('appmark=demoapp&time=20200505123412&');
  expect(textOf(sent, 'message')).toContain('sign=98f0e145e2516e7302c55fe9a9f8e915');
  expect(sent.answer.status).toBe('000000');
});

it('encrypts the authentication id as the known answer has it', () => {
  const sent = talk().call('identity', { body: bodyOf('identity') });
  expect(sent.request.slots.get('httpHeaders')).toMatchObject({
    fields: [{ name: 'auth', value: { value: 'RkQr0dRLr/0qrvSOwd+jBQ==' } }],
  });
  expect(textOf(sent, 'message')).toMatch(/^[A-Za-z\d+/]+=*$/);
  expect(sent.body).toEqual({ userid: '11010519491231002X', name: '张三', levelData: 'green' });
});

it.each(['object', 'json', 'encrypted'])('reads the token from data as %s', (tokenData) => {
  expect(talk({ tokenData }).call('token', { body: bodyOf('token') }).body).toEqual({
    token: expect.stringMatching(/^[\da-f]{32}$/) as string,
    uuid: 'P0000000001',
  });
});

it.each([{ mode: 'CBC' }, { algorithm: 'DESede' }, { algorithm: 'DESede', mode: 'CBC' }])(
  'checks identities under %j',
  (conventions) => {
    expect(talk(conventions).call('identity', { body: bodyOf('identity') }).body).toMatchObject({ levelData: 'green' });
  },
);

it.each([{ mode: 'CBC' }, { algorithm: 'DESede' }])(
  'is refused where only this side takes %j, with data in clear',
  (conventions) => {
    const refused = talk(conventions, {}).call('identity', {
      body: bodyOf('identity', { name: '一个很长很长很长很长的名字' }),
    });
    expect(refused.answer.status).toBe('401');
    expect(refused.body).toMatchObject({ message: expect.any(String) as string });
  },
);

it('takes the time in milliseconds where both do', () => {
  const sent = talk({ time: 'milliseconds' }).call('token', { body: bodyOf('token') });
  expect(textOf(sent, 'message')).toMatch(/&time=\d{13}&/);
  expect(sent.answer.status).toBe('000000');
});

it('refuses a wrong signature, an unknown application and an unknown person', () => {
  const one = talk();
  const reason = (message: Parameters<typeof one.call>[1]) => {
    const { answer, response } = one.call('token', message);
    expect(answer.status).toBe('999999');
    expect(response.slots.get('header')).toMatchObject({ type: 'fields' });
    return answer.reason.zh;
  };
  expect(reason({ body: bodyOf('token'), header: { sign: '0'.repeat(32) } })).toBe('sign 不正确');
  expect(reason({ body: bodyOf('token'), header: { appmark: 'other' } })).toBe('appmark 不存在');
  expect(reason({ body: bodyOf('token', { name: '别人' }) })).toBe('没有这个用户');
});

it.each([
  [{ url: 'https://code.example/skm?c=expired' }, '111'],
  [{ url: 'nonsense' }, '112'],
  [{ verifierPhone: '00000000116' }, '116'],
  [{ verifierPhone: '00000000118' }, '118'],
  [{ url: 'https://code.example/skm?c=update' }, '119'],
  [{ source: '' }, '1'],
])('answers a scan with %j by %s', (change, status) => {
  expect(talk().call('scan', { body: bodyOf('scan', change) }).answer.status).toBe(status);
});

it.each([
  ['green', '张三'],
  ['yellow', '李四'],
  ['red', '𠮷野'],
])('tells %s', (level, name) => {
  const { body } = talk().call('scan', { body: bodyOf('scan', { url: `https://code.example/skm?c=${level}` }) });
  expect(body).toMatchObject({ resCode: '0', res: { level, name } });
});

it('lets a token end, and shows the page of one that lives', () => {
  const one = talk();
  expect(one.call('page').body).toMatchObject({ page: expect.stringContaining('green') as string });
  one.clock += tokenMilliseconds;
  expect(one.call('page').answer.status).toBe('refused');
  expect(one.call('scan', { body: bodyOf('scan') }).answer.reason.zh).toContain('token');
});

it('says of the addresses that are assumed that they are', () => {
  const advised = (id: string) =>
    talk()
      .call(id, { body: bodyOf(id) })
      .request.trace.findings.map(({ code }) => code);
  expect(advised('token')).toContain('advice.assumedAddress');
  expect(advised('scan')).not.toContain('advice.assumedAddress');
});
