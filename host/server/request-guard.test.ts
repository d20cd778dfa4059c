import { expect, test } from 'vitest';
import { createLaunchToken } from './launch-token.ts';
import { guardRequest, type GuardVerdict, type RequestFacts } from './request-guard.ts';

const token = createLaunchToken();
const rules = { port: 7000, token, bodyLimitBytes: 100 };

const opened = {
  host: ['127.0.0.1:7000'],
  'sec-fetch-site': ['none'],
  'sec-fetch-mode': ['navigate'],
  'sec-fetch-dest': ['document'],
};
const page: RequestFacts = { method: 'GET', target: '/', headers: opened };
const call: RequestFacts = {
  method: 'POST',
  target: '/api/preview?batch=1',
  headers: {
    host: ['127.0.0.1:7000'],
    origin: ['http://127.0.0.1:7000'],
    'sec-fetch-site': ['same-origin'],
    'content-type': ['application/json'],
    'content-length': ['100'],
    authorization: [`Bearer ${token}`],
  },
};

type Change = Partial<Omit<RequestFacts, 'headers'>> & { headers?: Record<string, string[] | undefined> };

function verdictOf(base: RequestFacts, change: Change): string {
  const verdict: GuardVerdict = guardRequest(
    { ...base, ...change, headers: { ...base.headers, ...change.headers } },
    rules,
  );
  return verdict.area === 'refused' ? verdict.refusal.code : `${verdict.area} ${verdict.path}`;
}

const header = (name: string, ...values: string[]): Change => ({
  headers: { [name]: values.length ? values : undefined },
});

test.each<[string, Change, string]>([
  ['opened by a person', {}, 'page /'],
  ['a browser that sends no Sec-Fetch headers', { headers: { 'sec-fetch-site': undefined } }, 'page /'],
  [
    'a part of the page',
    { target: '/assets/a.js', headers: { 'sec-fetch-site': ['same-origin'] } },
    'page /assets/a.js',
  ],
  ['only the head', { method: 'HEAD' }, 'page /'],
  ['with a query', { target: '/?x=/api/' }, 'page /'],
  ['the API without a procedure', { target: '/api' }, 'page /api'],
  ['no host', header('host'), 'server.host'],
  ['another host', header('host', 'example.org:7000'), 'server.host'],
  ['a name that resolves to us', header('host', 'localhost:7000'), 'server.host'],
  ['another port', header('host', '127.0.0.1:7001'), 'server.host'],
  ['no port', header('host', '127.0.0.1'), 'server.host'],
  ['a longer host', header('host', '127.0.0.1:7000.example.org'), 'server.host'],
  ['two hosts', header('host', '127.0.0.1:7000', '127.0.0.1:7000'), 'server.repeatedHeader'],
  ['another origin', header('origin', 'https://example.org'), 'server.origin'],
  ['an opaque origin', header('origin', 'null'), 'server.origin'],
  ['our origin by another scheme', header('origin', 'https://127.0.0.1:7000'), 'server.origin'],
  ['our origin by name', header('origin', 'http://localhost:7000'), 'server.origin'],
  ['an empty origin', header('origin', ''), 'server.origin'],
  ['a link on another site', header('sec-fetch-site', 'cross-site'), 'server.site'],
  ['a page on another port', header('sec-fetch-site', 'same-site'), 'server.site'],
  ['a frame', header('sec-fetch-dest', 'iframe'), 'server.site'],
  ['not a navigation', header('sec-fetch-mode', 'no-cors'), 'server.site'],
  ['an unknown site', header('sec-fetch-site', 'new-value'), 'server.site'],
  ['a form', { method: 'POST' }, 'server.method'],
  ['a preflight', { method: 'OPTIONS' }, 'server.method'],
  ['an upgrade', header('upgrade', 'websocket'), 'server.upgrade'],
  ['an absolute target', { target: 'http://127.0.0.1:7000/' }, 'server.target'],
  ['a target with two slashes', { target: '//127.0.0.1:7000/' }, 'server.target'],
  ['the whole server', { method: 'OPTIONS', target: '*' }, 'server.target'],
  ['an empty target', { target: '' }, 'server.target'],
])('page: %s', (_name, change, expected) => {
  expect(verdictOf(page, change)).toBe(expected);
});

test.each<[string, Change, string]>([
  ['from our page', {}, 'api preview'],
  ['from the command line', { headers: { origin: undefined, 'sec-fetch-site': undefined } }, 'api preview'],
  ['with a charset', header('content-type', 'application/json; charset=UTF-8'), 'api preview'],
  ['without a length', header('content-length'), 'api preview'],
  ['several procedures', { target: '/api/a.b,c?batch=1' }, 'api a.b,c'],
  ['another host', header('host', 'example.org'), 'server.host'],
  ['another origin', header('origin', 'http://127.0.0.1:7001'), 'server.origin'],
  ['another site', header('sec-fetch-site', 'cross-site'), 'server.site'],
  ['typed into the address bar', { headers: opened }, 'server.site'],
  ['GET', { method: 'GET' }, 'server.method'],
  ['PUT', { method: 'PUT' }, 'server.method'],
  ['a preflight', { method: 'OPTIONS' }, 'server.method'],
  ['no type', header('content-type'), 'server.contentType'],
  ['a form', header('content-type', 'application/x-www-form-urlencoded'), 'server.contentType'],
  ['files', header('content-type', 'multipart/form-data; boundary=x'), 'server.contentType'],
  ['text that says JSON', header('content-type', 'text/plain;application/json'), 'server.contentType'],
  ['another charset', header('content-type', 'application/json; charset=gbk'), 'server.contentType'],
  ['two types', header('content-type', 'application/json', 'text/plain'), 'server.repeatedHeader'],
  ['no token', header('authorization'), 'server.token'],
  ['an empty token', header('authorization', 'Bearer '), 'server.token'],
  ['the token of another launch', header('authorization', `Bearer ${createLaunchToken()}`), 'server.token'],
  ['a part of the token', header('authorization', `Bearer ${token.slice(1)}`), 'server.token'],
  ['a longer token', header('authorization', `Bearer ${token}A`), 'server.token'],
  ['the token under another scheme', header('authorization', `Basic ${token}`), 'server.token'],
  ['the bare token', header('authorization', token), 'server.token'],
  ['two tokens', header('authorization', `Bearer ${token}`, 'Bearer x'), 'server.repeatedHeader'],
  ['one byte too many', header('content-length', '101'), 'server.bodyTooLarge'],
  ['an upgrade', header('upgrade', 'h2c'), 'server.upgrade'],
])('api: %s', (_name, change, expected) => {
  expect(verdictOf(call, change)).toBe(expected);
});

test('a refusal never repeats the token, and shows what was found in printable form', () => {
  const verdict = guardRequest({ ...call, headers: { ...call.headers, host: [`\u0007${'x'.repeat(200)}`] } }, rules);
  expect(verdict).toMatchObject({ refusal: { text: { en: expect.stringMatching(/^The header Host is "\?x{79}…"/) } } });
  expect(JSON.stringify(verdict)).not.toContain(token);
});
