import { HufuError } from '../../shared/hufu-error.ts';

export interface HttpProxy {
  /** Host and port as they are named in sentences. */
  readonly name: string;
  readonly hostname: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`. */
  readonly authorization?: string;
}

/** Reads `http://[user:password@]host[:port]`. Errors: `transport.proxy`; the sentence never holds the credentials. */
export function parseHttpProxy(text: string): HttpProxy {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const credentials = url && decodeCredentials(url);
  if (url?.protocol !== 'http:' || credentials === undefined) {
    const shown = text.replace(/^(\w+:\/\/)?.*@/, '$1***@');
    throw new HufuError({
      code: 'transport.proxy',
      field: 'proxy',
      text: {
        zh: `代理地址是“${shown}”，应为 http://主机:端口，需要时带 用户名:密码@。`,
        en: `The address of the proxy is "${shown}"; http://host:port is expected, with user:password@ where needed.`,
      },
    });
  }
  return {
    name: url.host,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 80 : Number(url.port),
    ...(credentials && { authorization: `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}` }),
  };
}

/** `user:password`, empty without credentials, `undefined` when the percent signs in them are broken. */
function decodeCredentials({ username, password }: URL): string | undefined {
  try {
    return username || password ? `${decodeURIComponent(username)}:${decodeURIComponent(password)}` : '';
  } catch {
    return undefined;
  }
}
