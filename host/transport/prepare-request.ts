import { validateHeaderName, validateHeaderValue } from 'node:http';
import { HufuError } from '../../shared/hufu-error.ts';
import type { HeaderField, HttpRequest } from './http-exchange.ts';
import type { HttpProxy } from './http-proxy.ts';

/** A request in the form in which it goes onto the wire. */
export interface PreparedRequest {
  /** Host and port as they are named in sentences. */
  readonly peer: string;
  readonly isSecure: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  readonly method: string;
  /** What stands in the request line: a path, or the whole address towards a proxy without a tunnel. */
  readonly target: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
  /** Request line and headers as written, with the credentials for a proxy masked. */
  readonly head: string;
}

/** Errors: `transport.badUrl`, `transport.badMethod`, `transport.badHeader`. Sends nothing. */
export function prepareRequest(request: HttpRequest, proxy: HttpProxy | undefined): PreparedRequest {
  const url = requireUrl(request.url);
  const isSecure = url.protocol === 'https:';
  const viaPlainProxy = proxy !== undefined && !isSecure;
  checkMethod(request.method);
  for (const field of request.headers) checkHeader(field);
  const headers = completeHeaders(request, url.host);
  if (viaPlainProxy && proxy.authorization) headers.push(['Proxy-Authorization', proxy.authorization]);
  const path = `${url.pathname}${url.search}`;
  const target = viaPlainProxy ? `http://${url.host}${path}` : path;
  const lines = [
    `${request.method} ${target} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${shown(name, value)}`),
  ];
  return {
    peer: url.host,
    isSecure,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    method: request.method,
    target,
    headers,
    body: request.body,
    head: `${lines.join('\r\n')}\r\n\r\n`,
  };
}

/** An address that can be called. Throws `transport.badUrl`. */
export function requireUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url;
  const shownText = text.replace(/\/\/[^/?#]*@/, '//***@');
  throw new HufuError({
    code: 'transport.badUrl',
    field: 'url',
    text: {
      zh: `地址是“${shownText}”，应为 http:// 或 https:// 开头的完整地址，且不含用户名和密码。`,
      en: `The address is "${shownText}"; a complete address that starts with http:// or https:// and holds no user name or password is expected.`,
    },
  });
}

function checkMethod(method: string): void {
  // CONNECT would turn the connection into a tunnel.
  if (/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method) && method !== 'CONNECT') return;
  throw new HufuError({
    code: 'transport.badMethod',
    field: 'method',
    text: {
      zh: `请求方法是“${method}”，应为 GET、POST 之类的名称。`,
      en: `The method is "${method}"; a name such as GET or POST is expected.`,
    },
  });
}

function checkHeader([name, value]: HeaderField): void {
  try {
    validateHeaderName(name);
  } catch {
    throw badHeader(name, {
      zh: `请求头的名称是“${name}”，应只含字母、数字和 - _ 等符号，且不为空。`,
      en: `A header is named "${name}"; letters, digits and signs such as - and _ are expected, and at least one.`,
    });
  }
  try {
    validateHeaderValue(name, value);
  } catch {
    const found = [...value].find((character) => !/^[\t\x20-\x7e\x80-\xff]$/.test(character)) ?? '';
    const codePoint = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    throw badHeader(name, {
      zh: `请求头 ${name} 的值含有 ${codePoint}，HTTP 头不能携带该字符；应先做 Base64 或百分号编码。`,
      en: `The value of the header ${name} holds ${codePoint}, which an HTTP header cannot carry; encode it as Base64 or with percent signs.`,
    });
  }
}

function completeHeaders({ method, headers: given, body }: HttpRequest, host: string): HeaderField[] {
  const headers = [...given];
  const find = (name: string) => given.find(([other]) => other.toLowerCase() === name);
  if (find('transfer-encoding')) {
    throw badHeader('Transfer-Encoding', {
      zh: '请求头里有 Transfer-Encoding；请求体按 Content-Length 整体发送，请删除该头。',
      en: 'There is a header Transfer-Encoding; the body is sent whole with a Content-Length, remove the header.',
    });
  }
  const length = find('content-length');
  if (length && length[1] !== String(body.length)) {
    throw badHeader('Content-Length', {
      zh: `请求头 Content-Length 是 ${length[1]}，请求体有 ${body.length} 字节；两者应一致，或删除该头由程序填写。`,
      en: `The header Content-Length is ${length[1]} and the body has ${body.length} bytes; make them equal or leave the header to the program.`,
    });
  }
  if (!find('host')) headers.unshift(['Host', host]);
  // RFC 9110 section 8.6: a method that gives content a meaning sends the length even of an empty body.
  const expectsContent = !/^(GET|HEAD|DELETE|OPTIONS|TRACE)$/.test(method);
  if (!length && (body.length > 0 || expectsContent)) headers.push(['Content-Length', String(body.length)]);
  if (!find('connection')) headers.push(['Connection', 'close']);
  return headers;
}

function badHeader(name: string, text: { zh: string; en: string }): HufuError {
  return new HufuError({ code: 'transport.badHeader', field: name, text });
}

function shown(name: string, value: string): string {
  return name.toLowerCase() === 'proxy-authorization' ? '***' : value;
}
