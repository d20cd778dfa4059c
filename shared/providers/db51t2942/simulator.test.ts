import { expect, it } from 'vitest';
import { isCertificateIdentifier } from '../../codes/certificate-identifier.ts';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { talkToSimulator } from '../talk-to-simulator.ts';
import { provider } from './provider.ts';
import { certificates, validIdentifier } from './register.ts';
import { fileMilliseconds } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const talk = (conventions = {}, theirs = conventions) =>
  talkToSimulator(provider, { engine, randomBytes, conventions, theirs });
const holder = { certificateHolderCode: '11010519491231002X', useCause: '01' };
const byId = (certificateIdentifier: string) => ({ body: { certificateIdentifier, useCause: '01' } });

it.each([
  {},
  { credentials: 'head' },
  { credentials: 'http' },
  { bodyPlace: 'flat' },
  { names: 'Pascal' },
  { cipher: 'SM4' },
  { credentials: 'head', bodyPlace: 'flat', names: 'Pascal' },
  { credentials: 'http', cipher: 'SM4', names: 'Pascal' },
])('is answered where both sides take %j', (conventions) => {
  const { answer, body } = talk(conventions).call('search', { body: holder });
  expect(answer.status).toBe('0');
  expect(body).toMatchObject({ dataList: [{ certificateIdentifier: validIdentifier }, {}] });
});

it('puts credentials where they are agreed, and shows no token', () => {
  const message = (conventions: object) => {
    const { request } = talk(conventions).call('search', { body: holder });
    const value = request.slots.get('message');
    return value?.type === 'text' ? (JSON.parse(value.text) as Record<string, unknown>) : {};
  };
  expect(message({})).toMatchObject({ accountId: 'demo-account', data: holder });
  expect(message({ credentials: 'head' })).toMatchObject({ head: { accessId: 'demo-account' }, data: holder });
  expect(Object.keys(message({ credentials: 'http' }))).toEqual(['data']);
  expect(message({ bodyPlace: 'flat', names: 'Pascal' })).toMatchObject({
    AccountId: 'demo-account',
    CertificateHolderCode: '11010519491231002X',
  });
});

it('says that a ciphertext cannot stand among the members of the message', () => {
  const { request } = talk({ cipher: 'SM4', bodyPlace: 'flat' }).call('search', { body: holder });
  expect(request.trace.findings).toContainEqual(expect.objectContaining({ code: 'body.notSpread' }));
});

it.each([
  ['10', { body: { ...holder, certificateHolderCode: 'nobody' } }],
  ['11', { body: holder, header: { accountId: 'other' } }],
  ['11', { body: holder, header: { accessToken: 'other' } }],
  ['12', { body: { certificateHolderCode: '11010519491231002X' } }],
  ['13', { body: { ...holder, certificateType: 'unknown' } }],
] as const)('answers %s to %j', (status, message) => {
  const { answer, response } = talk().call('search', message);
  expect(answer.status).toBe(status);
  expect(response.slots.get('header')).toMatchObject({ fields: [{ name: 'status', value: { value: status } }, {}] });
});

it.each(['21', '22', '23'])('refuses a licence with %s', (state) => {
  const found = certificates.find((one) => one.state === state);
  expect(talk().call('fileById', byId(found?.certificateIdentifier ?? '')).answer.status).toBe(state);
});

it('hands out a file until its address ends', () => {
  const one = talk();
  const { dataList } = one.call('fileById', byId(validIdentifier)).body as { dataList: { fileId: string }[] };
  const header = { file: dataList[0]?.fileId ?? '' };
  expect(one.call('file', { header }).body).toMatchObject({ page: expect.stringMatching(/^%PDF-/) as string });
  one.clock += fileMilliseconds;
  expect(one.call('file', { header }).answer.status).toBe('refused');
});

it('leads from an encrypted identifier to the file', () => {
  const one = talk();
  const { dataList } = one.call('encryptedId', { body: holder }).body as {
    dataList: { encryptedIdentifier: string }[];
  };
  const body = { encryptedIdentifier: dataList[0]?.encryptedIdentifier ?? '', useCause: '02' };
  expect(one.call('fileByEncryptedId', { body }).answer.status).toBe('0');
  expect(one.call('qrCode', { body }).answer.status).toBe('0');
});

it('compares contents', () => {
  const verify = (certificateHolder: string) =>
    talk().call('verify', { body: { ...holder, certificateData: { certificateHolder } } }).body;
  expect(verify('张三')).toMatchObject({ dataList: [{ result: '一致' }] });
  expect(verify('李四')).toMatchObject({ dataList: [{ result: '不一致' }] });
});

it('has identifiers with right check characters', () => {
  expect(certificates.every(({ certificateIdentifier }) => isCertificateIdentifier(certificateIdentifier))).toBe(true);
});
