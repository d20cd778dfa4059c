import { expect, it } from 'vitest';
import { certificateIdentifierFault } from '../../codes/certificate-identifier.ts';
import { bytesFromBase64 } from '../../crypto/encodings/base64.ts';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { onePagePdf } from '../../simulator/one-page-pdf.ts';
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
  const { page } = one.call('file', { header }).body as { page: string };
  // To the byte, those above 127 too.
  expect(bytesFromBase64(page)).toEqual(
    onePagePdf(['Hufu simulator', validIdentifier, 'synthetic, of no legal effect']),
  );
  one.clock += fileMilliseconds;
  const late = one.call('file', { header });
  expect([late.answer.status, late.answer.reason.zh]).toEqual(['refused', '文件地址已过期']);
  expect(late.response.slots.get('header')).toMatchObject({
    fields: [{ name: 'page', value: { value: 'refused' } }, { name: 'message' }],
  });
});

it('names what is missing, in both languages, and forces a status in the envelope', () => {
  const one = talk();
  const { answer } = one.call('fileByHolder', { body: holder });
  expect([answer.status, answer.reason]).toEqual([
    '12',
    { zh: '必填参数为空：certificateType', en: 'a required parameter is empty: certificateType' },
  ]);
  const moment = { clock: one.clock, nonce: '', serial: '', randomBytes, now: () => 0 };
  const base = { method: 'POST', bytes: new Uint8Array(), httpHeaders: [], faults: { status: '24' } };
  const forced = (target: string, method = 'POST') =>
    JSON.parse(one.simulator.receive({ ...base, method, target }, moment).text) as unknown;
  expect(forced('/elssp/v1/SearchCertificate')).toMatchObject({ head: { status: '24' }, data: { dataList: [] } });
  expect(forced('/elssp/v1/files/x', 'GET')).toEqual({ page: '24', message: '故障开关' });
});

it('answers a failure in clear where parameters are encrypted, names as agreed', () => {
  const refused = talk({ cipher: 'SM4', names: 'Pascal' }).call('search', { body: { ...holder, useCause: '' } });
  expect(JSON.parse(refused.answer.text)).toEqual({
    Head: { Status: '12', Message: '必填参数为空：useCause' },
    Data: { DataList: [] },
  });
  expect(refused.body).toEqual({ dataList: [] });
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
  expect(
    certificates.every(({ certificateIdentifier }) => certificateIdentifierFault(certificateIdentifier) === undefined),
  ).toBe(true);
});
