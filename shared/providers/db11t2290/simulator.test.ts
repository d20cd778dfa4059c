import { expect, it } from 'vitest';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { bytesFromBase64 } from '../../crypto/encodings/base64.ts';
import { talkToSimulator, type TalkResult } from '../talk-to-simulator.ts';
import { interfaces } from './interfaces.ts';
import { provider } from './provider.ts';
import {
  abolishedAuthCode,
  abolishedCode,
  demoAuthCode,
  expiredSession,
  issuedCode,
  registeredCode,
} from './register.ts';
import { sessionMilliseconds } from './simulator.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const talk = (conventions = {}) => talkToSimulator(provider, { engine, randomBytes, conventions });
const bodyOf = (id: string) => interfaces.find((one) => one.id === id)?.samples[0]?.body ?? '{}';
const withCode = (code: string) => bodyOf('sign').replace(registeredCode, code);

function failed({ answer, response }: TalkResult): string {
  expect(answer.status).toBe('FAILURE');
  const said = response.trace.findings.filter(({ code }) => code === 'answer.error');
  expect(said).toHaveLength(1);
  return said[0]?.message.zh ?? '';
}

it('logs in with application and account, and says what was wrong', () => {
  const one = talk();
  expect(one.call('login').body).toMatchObject({
    ack_code: 'SUCCESS',
    access_token: expect.stringMatching(/^[\da-f]{32}$/) as string,
  });
  expect(failed(one.call('login', { header: { app_key: 'other' } }))).toContain('app_key');
  expect(failed(one.call('login', { header: { password: 'wrong' } }))).toContain('口令');
});

it('refuses calls without a session and after a day', () => {
  const one = talk();
  one.session = { access_token: 'made-up' };
  expect(failed(one.call('currentUser'))).toContain('无效');
  one.session = {};
  expect(one.call('currentUser').answer.status).toBe('SUCCESS');
  one.clock += sessionMilliseconds;
  expect(failed(one.call('currentUser'))).toContain('过期');
});

it('has refusals at hand: a token that has ended, a licence that was abolished', () => {
  const one = talk();
  one.session = { access_token: expiredSession };
  expect(failed(one.call('currentUser'))).toContain('过期');
  one.session = {};
  expect(failed(one.call('getLicense', { header: { auth_code: abolishedAuthCode } }))).toContain('ABOLISHED');
});

it('says in place of a page why there is none', () => {
  const { answer, response } = talk().call('viewLicense', { header: { license_access_token: 'x' } });
  expect([answer.status, answer.reason.en]).toEqual(['refused', 'license_access_token is unknown']);
  expect(JSON.parse(answer.text)).toMatchObject({ ack_code: 'FAILURE', errors: [{ code: 'SIMULATOR' }] });
  expect(response.slots.get('header')).toMatchObject({
    fields: expect.arrayContaining([{ name: 'page', value: { type: 'string', value: 'refused' } }]) as object[],
  });
  expect(response.trace.findings.map(({ code }) => code)).toEqual(['answer.error']);
});

it('names what a body lacks, and says every reason in English too', () => {
  const one = talk();
  expect(failed(one.call('holder', { body: {} }))).toContain('缺少必填的 credential');
  expect(failed(one.call('auth', { body: { identity_number: '1' } }))).toContain('缺少必填的 operator');
  expect(failed(one.call('sign', { body: { data: { operator: {} } } }))).toContain('license_code');
  const { reason } = one.call('create', { body: bodyOf('create'), header: { item: 'x' } }).answer;
  expect(reason.en).toBe('there is no licence item x');
});

it('keeps the life cycle of a licence', () => {
  const one = talk();
  expect(failed(one.call('abolish', { body: withCode(registeredCode) }))).toContain('REGISTERED');
  expect(one.call('sign', { body: withCode(registeredCode) }).answer.status).toBe('SUCCESS');
  expect(failed(one.call('sign', { body: withCode(registeredCode) }))).toContain('ISSUED');
  expect(failed(one.call('delete', { body: withCode(registeredCode) }))).toContain('ISSUED');
  expect(one.call('abolish', { body: withCode(registeredCode) }).answer.status).toBe('SUCCESS');
  expect(failed(one.call('abolish', { body: withCode(abolishedCode) }))).toContain('ABOLISHED');
  expect(failed(one.call('sign', { body: withCode('nobody') }))).toContain('没有证照');
  expect(failed(one.call('sign', { body: withCode(issuedCode), header: { item: '100001BJ0002' } }))).toContain(
    '没有证照',
  );
});

it('refuses a duplicate, an unknown item and a missing field', () => {
  const one = talk();
  expect(one.call('create', { body: bodyOf('create') }).answer.status).toBe('SUCCESS');
  expect(failed(one.call('create', { body: bodyOf('create') }))).toContain('已存在');
  expect(failed(one.call('create', { body: bodyOf('create'), header: { item: 'x' } }))).toContain('不存在');
  expect(failed(one.call('create', { body: bodyOf('create').replace('"张三"', '""') }))).toContain('CYRMC');
});

it.each(['object', 'singleQuoted', 'json'])(
  'takes data_fields as %s, and shows the string that is fetched as an object',
  (dataFields) => {
    const one = talk({ dataFields });
    const created = one.call('issue', { body: bodyOf('issue') });
    expect(created.answer.status).toBe('SUCCESS');
    const { auth_code: code } = (created.body as { data: { auth_code: string } }).data;
    const fetched = one.call('getLicense', { header: { auth_code: code } });
    expect(fetched.answer.text).toContain(`"data_fields":"{'ZZMC':'示例证照'`);
    expect(fetched.body).toMatchObject({ data: { data_fields: { CYRMC: '张三', ZZHM: '示字第0001号' } } });
  },
);

it.each(['object', 'singleQuoted', 'json'])('takes data_fields of several in one call as %s', (dataFields) => {
  const one = talk({ dataFields });
  const { request, answer, body } = one.call('batchIssue', { body: bodyOf('batchIssue') });
  expect(answer.status).toBe('SUCCESS');
  expect(body).toMatchObject({ data: [{ license_code: expect.any(String) as string }, {}] });
  const message = request.slots.get('message');
  const sent = JSON.parse(message?.type === 'text' ? message.text : '{}') as {
    readonly data: readonly { readonly data_fields: unknown }[];
  };
  const type = dataFields === 'object' ? 'object' : 'string';
  expect(sent.data.map(({ data_fields: fields }) => typeof fields)).toEqual([type, type]);
});

it('shows an apostrophe inside single quotes as what it is', () => {
  expect(talk().call('getLicense', { header: { auth_code: demoAuthCode } }).body).toMatchObject({
    data: { data_fields: { FZJGMC: "示例'发证'机构" } },
  });
});

it('uses an authorisation code once, and hands out a PDF', () => {
  const one = talk();
  const { auth_codes: codes, total_count: total } = one.call('auth', { body: bodyOf('auth') }).body as {
    auth_codes: string[];
    total_count: number;
  };
  expect([codes.length, total]).toEqual([1, 1]);
  const header = { auth_code: codes[0] ?? '', file_type: 'PDF' };
  const { data } = one.call('archive', { header }).body as { data: { file_data: string } };
  expect(new TextDecoder().decode(bytesFromBase64(data.file_data))).toMatch(/^%PDF-/);
  expect(failed(one.call('archive', { header }))).toContain('已使用');
  expect(failed(one.call('auth', { body: bodyOf('auth').replace('"page_size": 10', '"page_size": 151') }))).toContain(
    '150',
  );
});

it('echoes the request id, carries the token in the query and leaves the page a page', () => {
  const one = talk();
  const { request, response } = one.call('auth', { body: bodyOf('auth') });
  expect(request.slots.get('query')).toMatchObject({ fields: [{ name: 'access_token' }] });
  expect(response.slots.get('header')).toMatchObject({
    fields: expect.arrayContaining([
      expect.objectContaining({ name: 'correlation_id', value: { type: 'string', value: 'demo-request-1' } }),
    ]) as object[],
  });
  const page = one.call('viewLicense', { header: { license_access_token: 'demo-license-access-token' } });
  expect(page.body).toMatchObject({ page: expect.stringContaining('<h1>') as string });
  expect(failed(one.call('licenseToken', { header: { auth_code: 'nothing' } }))).toContain('auth_code');
});
