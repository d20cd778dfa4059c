import { expect, it } from 'vitest';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { talkToSimulator } from '../talk-to-simulator.ts';
import { provider } from './provider.ts';
import { tokenSeconds } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const talk = (conventions = {}, theirs = conventions) =>
  talkToSimulator(provider, { engine, randomBytes, conventions, theirs });
const person = { aac003: '张三', aac002: '11010519491231002X' };
const operation = { ...person, aab004: '北京示例一公司' };

it.each([
  {},
  { tokenCarrier: 'header' },
  { tokenCarrier: 'query' },
  { digest: 'none' },
  { cipher: 'none' },
  { sm4Mode: 'CBC' },
  { sm4Key: 'md5' },
  { digest: 'none', cipher: 'none', tokenCarrier: 'query' },
])('is answered where both sides take %j', (conventions) => {
  const { answer, body } = talk(conventions).call('person', { body: person });
  expect(answer.status).toBe('200');
  expect(body).toEqual({ ...person, aab004: '北京示例一公司' });
});

it.each([
  [{ tokenCarrier: 'query' }, '令牌'],
  [{ digest: 'none' }, '签名'],
  [{ cipher: 'none' }, ''],
  [{ sm4Key: 'md5' }, ''],
])('is refused in clear where only this side takes %j', (conventions, reason) => {
  const { answer, response } = talk(conventions, {}).call('person', { body: person });
  expect(answer.status).toBe('500');
  expect(answer.reason.zh).toContain(reason);
  expect(response.slots.get('header')).toMatchObject({ type: 'fields' });
});

it('sends the body as ciphertext and signs the sorted header', () => {
  const { request, answer } = talk().call('person', { body: person });
  const message = request.slots.get('message');
  expect(message?.type === 'text' && message.text).not.toContain('张三');
  expect(answer.text).not.toContain('张三');
  expect(request.slots.get('stringToSign')).toMatchObject({
    text: expect.stringMatching(
      /^areaCode=110000&channelCode=DEMO&interfaceCode=Q0001&requestId=\w{24}&timestamp=\d{14}$/,
    ) as string,
  });
});

it('lets tokens end, and refuses unknown ones', () => {
  const one = talk();
  expect(one.call('person', { body: person }).answer.status).toBe('200');
  one.clock += tokenSeconds * 1000;
  expect(one.call('person', { body: person }).answer.reason.zh).toContain('过期');
  one.session = { access_token: 'made-up' };
  expect(one.call('person', { body: person }).answer.reason.zh).toContain('无效');
  expect(one.call('token', { header: { appSecret: 'wrong' } }).answer.reason.zh).toContain('appSecret');
});

it('does an operation once for its id', () => {
  const one = talk();
  const header = { operateId: 'same' };
  const first = one.call('register', { body: operation, header });
  expect(one.call('register', { body: operation, header }).body).toEqual(first.body);
  expect(one.call('register', { body: operation }).body).not.toEqual(first.body);
  expect(one.call('register', { body: { ...operation, aab004: '别的' }, header }).answer.reason.zh).toContain(
    'operateId',
  );
});

it('pages lists', () => {
  expect(talk().call('people', { body: { cpage: 2, rows: 2 } }).body).toMatchObject({
    totalCount: 3,
    totalPage: 2,
    list: [{ aac003: '𠮷野' }],
  });
  expect(talk().call('people', { body: { cpage: 0, rows: 2 } }).answer.status).toBe('500');
});
