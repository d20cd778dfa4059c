import { HufuError } from '../../shared/hufu-error.ts';

export interface HttpProxy {
  /** Host and port as they are named in sentences. */
  readonly name: string;
  readonly hostname: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`. */
  readonly authorization?: string;
}

/** Whether an address of a proxy can be read as `parseHttpProxy` reads it. */
export function isHttpProxy(text: string): boolean {
  return readAddress(text) !== undefined;
}

/** An address as it may be shown, even where it is none. */
export function withoutCredentials(text: string): string {
  return text.replace(/^(\w+:\/\/)?.*@/, '$1***@');
}

/** Reads `http://[user:password@]host[:port]`. Errors: `transport.proxy`; the sentence never holds the credentials. */
export function parseHttpProxy(text: string): HttpProxy {
  const read = readAddress(text);
  if (!read) {
    const shown = withoutCredentials(text);
    throw new HufuError({
      code: 'transport.proxy',
      field: 'proxy',
      text: {
        zh: `代理地址是“${shown}”，应为 http://主机:端口，需要时带 用户名:密码@。`,
        en: `The address of the proxy is "${shown}"; http://host:port is expected, with user:password@ where needed.`,
      },
    });
  }
  const { url, credentials } = read;
  return {
    name: url.host,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 80 : Number(url.port),
    ...(credentials && { authorization: `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}` }),
  };
}

function readAddress(text: string): { readonly url: URL; readonly credentials: string } | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const credentials = url && decodeCredentials(url);
  return url?.protocol === 'http:' && credentials !== undefined ? { url, credentials } : undefined;
}

/** `user:password`, empty without credentials, `undefined` when the percent signs in them are broken. */
function decodeCredentials({ username, password }: URL): string | undefined {
  try {
    return username || password ? `${decodeURIComponent(username)}:${decodeURIComponent(password)}` : '';
  } catch {
    return undefined;
  }
}
