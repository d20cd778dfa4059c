import type { CallRecord } from '../../shared/model/call-record.ts';
import type { HeaderField } from '../transport/http-exchange.ts';

/** What servers and proxies say of themselves and of a message, and of nobody else. */
const harmless = new Set([
  'accept',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'expires',
  'host',
  'keep-alive',
  'pragma',
  'server',
  'transfer-encoding',
  'vary',
]);

/** Names and order stay, values only of what is known to tell of nobody. `known`: texts that are public by their rule. */
export function hideHeaders(headers: readonly HeaderField[], known: ReadonlySet<string>): readonly HeaderField[] {
  return headers.map(([name, value]) => [
    name,
    harmless.has(name.toLowerCase()) || known.has(value) ? value : asterisks(value),
  ]);
}

/** An address with the values of its query hidden. */
export function hideQuery(url: string): string {
  const start = url.indexOf('?');
  if (start === -1) return url;
  const pairs = url.slice(start + 1).split('&');
  return `${url.slice(0, start)}?${pairs
    .map((pair) => {
      const end = pair.includes('=') ? pair.indexOf('=') + 1 : 0;
      return pair.slice(0, end) + asterisks(pair.slice(end));
    })
    .join('&')}`;
}

export function hideHttp(
  http: NonNullable<CallRecord['http']>,
  known: ReadonlySet<string>,
): NonNullable<CallRecord['http']> {
  return {
    ...http,
    requestHead: hideHead(http.requestHead, known),
    responseHeaders: hideHeaders(http.responseHeaders, known),
  };
}

function hideHead(head: string, known: ReadonlySet<string>): string {
  const [line = '', ...lines] = head.split('\r\n');
  const [method = '', target = '', version = ''] = line.split(' ');
  const headers = lines.map((text) => {
    const colon = text.indexOf(': ');
    if (colon === -1) return text;
    const [[name, value] = ['', '']] = hideHeaders([[text.slice(0, colon), text.slice(colon + 2)]], known);
    return `${name}: ${value}`;
  });
  return [[method, hideQuery(target), version].join(' '), ...headers].join('\r\n');
}

function asterisks(value: string): string {
  return '*'.repeat([...value].length);
}
