import { expect, test } from 'vitest';
import { HufuError } from '../../shared/hufu-error.ts';
import type { HttpRequest } from './http-exchange.ts';
import { parseHttpProxy } from './http-proxy.ts';
import { prepareRequest } from './prepare-request.ts';

const base: HttpRequest = {
  method: 'POST',
  url: 'http://peer.example:8080/a/b?c=%2B+1#x',
  headers: [],
  body: Buffer.from('{}'),
};

function failure(work: () => unknown): HufuError {
  try {
    work();
  } catch (error) {
    if (error instanceof HufuError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('adds what the protocol needs, in front and behind, and nothing that is there', () => {
  expect(prepareRequest(base, undefined)).toMatchObject({
    head: 'POST /a/b?c=%2B+1 HTTP/1.1\r\nHost: peer.example:8080\r\nContent-Length: 2\r\nConnection: close\r\n\r\n',
    hostname: 'peer.example',
    port: 8080,
    isSecure: false,
  });
  const headers = [
    ['connection', 'keep-alive'],
    ['content-length', '2'],
    ['x', '1'],
    ['HOST', 'other'],
    ['X', '2'],
  ] as const;
  expect(prepareRequest({ ...base, headers }, undefined).head).toBe(
    'POST /a/b?c=%2B+1 HTTP/1.1\r\nconnection: keep-alive\r\ncontent-length: 2\r\nx: 1\r\nHOST: other\r\nX: 2\r\n\r\n',
  );
});

test('an empty body has a length only where the method gives it a meaning', () => {
  const head = (method: string) => prepareRequest({ ...base, method, body: new Uint8Array() }, undefined).head;
  expect(head('POST')).toContain('Content-Length: 0\r\n');
  expect(head('GET')).not.toContain('Content-Length');
});

test.each([
  ['https://peer.example/', { hostname: 'peer.example', port: 443, isSecure: true, peer: 'peer.example' }],
  ['http://[::1]:81/', { hostname: '::1', port: 81, peer: '[::1]:81' }],
  ['http://单位.example', { hostname: 'xn--nqq01h.example', port: 80, target: '/' }],
])('reads %s', (url, expected) => {
  expect(prepareRequest({ ...base, url }, undefined)).toMatchObject(expected);
});

test('towards a proxy the request line holds the whole address, and its credentials stay out of sight', () => {
  const prepared = prepareRequest(base, parseHttpProxy('http://li:s%40fe@proxy.example:3128'));
  expect(prepared.head).toMatch(/^POST http:\/\/peer.example:8080\/a\/b\?c=%2B\+1 HTTP\/1.1\r\n/);
  expect(prepared.head).toContain('Proxy-Authorization: ***\r\n');
  expect(prepared.headers).toContainEqual([
    'Proxy-Authorization',
    `Basic ${Buffer.from('li:s@fe').toString('base64')}`,
  ]);
  const secure = prepareRequest(
    { ...base, url: 'https://peer.example/a' },
    parseHttpProxy('http://li:s@proxy.example'),
  );
  expect(secure.head).toMatch(/^POST \/a HTTP/);
  expect(secure.head).not.toContain('Proxy-Authorization');
});

test.each([
  '',
  'peer.example/a',
  '/a',
  'ftp://peer.example/',
  'http://',
  'http://peer:99999/',
  'http://li:secret@peer/',
])('no address: %s', (url) => {
  const error = failure(() => prepareRequest({ ...base, url }, undefined));
  expect([error.code, error.detail.field]).toEqual(['transport.badUrl', 'url']);
  expect(error.detail.text.zh + error.detail.text.en).not.toContain('secret');
});

test.each(['', 'PO ST', 'POST\r\nX: 1', 'CONNECT', '提交'])('no method: %j', (method) => {
  expect(failure(() => prepareRequest({ ...base, method }, undefined)).code).toBe('transport.badMethod');
});

test.each([
  ['', 'v', ''],
  ['X Y', 'v', 'X Y'],
  ['X:', 'v', 'X:'],
  ['名称', 'v', '名称'],
  ['X', 'a\r\nY: b', 'U+000D'],
  ['X', 'a\0', 'U+0000'],
  ['X', '省', 'U+7701'],
  ['X', '𠮷', 'U+20BB7'],
  ['Transfer-Encoding', 'chunked', 'Transfer-Encoding'],
  ['Content-Length', '3', '2 bytes'],
  ['content-length', '02', '2 bytes'],
])('no header: %j: %j', (name, value, named) => {
  const error = failure(() => prepareRequest({ ...base, headers: [[name, value]] }, undefined));
  expect(error.code).toBe('transport.badHeader');
  expect(error.message).toContain(named);
});

test.each(['proxy.example:3128', 'https://proxy.example', 'socks5://proxy.example', '', 'http://li:%zz-secret@proxy'])(
  'no proxy: %s',
  (url) => {
    const error = failure(() => parseHttpProxy(url));
    expect(error.code).toBe('transport.proxy');
    expect(error.detail.text.zh + error.detail.text.en).not.toContain('secret');
  },
);
