import type { Bilingual } from '../../shared/bilingual.ts';
import { isLaunchToken } from './launch-token.ts';
import { quoted, type Refusal } from './refusal.ts';

/** What the guard looks at: a request as it stood on the wire, header names in lower case with all their values. */
export interface RequestFacts {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

export interface GuardRules {
  readonly port: number;
  readonly token: string;
  readonly bodyLimitBytes: number;
}

export type GuardVerdict =
  | { readonly area: 'api'; readonly path: string }
  | { readonly area: 'page'; readonly path: string }
  | { readonly area: 'refused'; readonly refusal: Refusal };

const apiPrefix = '/api/';

/** Headers that decide something; a second one could be read differently by whoever comes after. */
const decisive = [
  'host',
  'origin',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'authorization',
  'content-type',
  'content-length',
];

/**
 * Stands in front of every route of the browser shell, no route can leave it out and no option turns a part of it off.
 * Other sites in the same browser, other hosts and other programs without the token get no answer but a refusal:
 * exact `Host` against DNS rebinding, `Origin` and `Sec-Fetch-Site` against other sites, POST with JSON against forms,
 * the token against other programs and users of the machine. The page itself is no secret and needs no token: it has to
 * be loaded before it can read its fragment.
 */
export function guardRequest({ method, target, headers }: RequestFacts, rules: GuardRules): GuardVerdict {
  const origin = `http://127.0.0.1:${rules.port}`;
  const only = (name: string) => headers[name]?.[0];

  const repeated = decisive.find((name) => (headers[name]?.length ?? 0) > 1);
  if (repeated) {
    return refuse('BAD_REQUEST', 'server.repeatedHeader', {
      zh: `请求头 ${repeated} 出现了多次，应至多一次。`,
      en: `The header ${repeated} occurs more than once, at most once is expected.`,
    });
  }
  if (only('host') !== `127.0.0.1:${rules.port}`) {
    return refuse('FORBIDDEN', 'server.host', {
      zh: `请求头 Host 是 ${quoted(only('host'))}，应为 "127.0.0.1:${rules.port}"；请用启动时给出的地址打开。`,
      en: `The header Host is ${quoted(only('host'))}, "127.0.0.1:${rules.port}" is expected; open the address given at the start.`,
    });
  }
  if (only('origin') !== undefined && only('origin') !== origin) {
    return refuse('FORBIDDEN', 'server.origin', {
      zh: `请求头 Origin 是 ${quoted(only('origin'))}，应没有或为 "${origin}"；其他网站不得访问本程序。`,
      en: `The header Origin is ${quoted(only('origin'))}, none or "${origin}" is expected; other sites may not reach this program.`,
    });
  }
  if (headers['upgrade']) {
    return refuse('BAD_REQUEST', 'server.upgrade', {
      zh: `请求要求升级到 ${quoted(only('upgrade'))}，本程序不提供 WebSocket 或其他协议。`,
      en: `The request asks for an upgrade to ${quoted(only('upgrade'))}; this program offers neither WebSocket nor another protocol.`,
    });
  }
  // An absolute-form target would carry a host of its own, `//` could be taken for one.
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(target)) {
    return refuse('BAD_REQUEST', 'server.target', {
      zh: `请求目标是 ${quoted(target)}，应为以单个 / 开头的路径。`,
      en: `The request target is ${quoted(target)}, a path that starts with one slash is expected.`,
    });
  }
  const path = target.replace(/[?#].*$/, '');
  const isApi = path.startsWith(apiPrefix);
  const site = only('sec-fetch-site');
  // `none` is a person who opens the address: only the page may be opened so, and only as a document of its own.
  const isOpenedByPerson =
    !isApi && site === 'none' && only('sec-fetch-mode') === 'navigate' && only('sec-fetch-dest') === 'document';
  if (site !== undefined && site !== 'same-origin' && !isOpenedByPerson) {
    return refuse('FORBIDDEN', 'server.site', {
      zh: `请求头 Sec-Fetch-Site 是 ${quoted(site)}，应没有或为 "same-origin"；请把启动时给出的地址直接输入地址栏。`,
      en: `The header Sec-Fetch-Site is ${quoted(site)}, none or "same-origin" is expected; type the address given at the start into the address bar.`,
    });
  }
  return isApi ? guardApi(path) : guardPage(path);

  function guardApi(apiPath: string): GuardVerdict {
    if (method !== 'POST') return refuse('METHOD_NOT_SUPPORTED', 'server.method', methodText(method, 'POST'));
    if (!/^application\/json(; ?charset=utf-8)?$/i.test(only('content-type') ?? '')) {
      return refuse('UNSUPPORTED_MEDIA_TYPE', 'server.contentType', {
        zh: `请求头 Content-Type 是 ${quoted(only('content-type'))}，应为 "application/json"。`,
        en: `The header Content-Type is ${quoted(only('content-type'))}, "application/json" is expected.`,
      });
    }
    const bearer = /^Bearer ([\w-]+)$/.exec(only('authorization') ?? '')?.[1];
    if (bearer === undefined || !isLaunchToken(bearer, rules.token)) {
      return refuse('UNAUTHORIZED', 'server.token', {
        zh: '请求没有带本次启动的令牌；程序重新启动过，请用新给出的地址打开。',
        en: 'The request does not carry the token of this launch; the program was started anew, open the address it gave then.',
      });
    }
    if (Number(only('content-length') ?? 0) > rules.bodyLimitBytes) return refusedAsTooLarge(rules.bodyLimitBytes);
    return { area: 'api', path: apiPath.slice(apiPrefix.length) };
  }

  function guardPage(pagePath: string): GuardVerdict {
    if (method === 'GET' || method === 'HEAD') return { area: 'page', path: pagePath };
    return refuse('METHOD_NOT_SUPPORTED', 'server.method', methodText(method, 'GET'));
  }
}

/** For a body whose length is known only once it has been read. */
export function refusedAsTooLarge(bodyLimitBytes: number): GuardVerdict & { area: 'refused' } {
  return refuse('PAYLOAD_TOO_LARGE', 'server.bodyTooLarge', {
    zh: `请求体超过 ${bodyLimitBytes} 字节的上限。`,
    en: `The request body is over the limit of ${bodyLimitBytes} bytes.`,
  });
}

function refuse(reason: Refusal['reason'], code: string, text: Bilingual): GuardVerdict & { area: 'refused' } {
  return { area: 'refused', refusal: { reason, code, text } };
}

function methodText(method: string, expected: string): Bilingual {
  return {
    zh: `请求方法是 ${quoted(method)}，应为 ${expected}。`,
    en: `The method is ${quoted(method)}, ${expected} is expected.`,
  };
}
