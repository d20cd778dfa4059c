import type { EnvironmentTransport } from '../../shared/model/environment.ts';
import type { TransportOptions } from './http-exchange.ts';

/** What of an environment's transport is secret: its keys `tls.clientKey` and `proxy.password`. */
export interface TransportSecrets {
  /** PEM. */
  readonly clientKey?: string;
  readonly proxyPassword?: string;
}

/** How a call to an address goes out. The address must be one that can be called. */
export function transportOptionsOf({
  transport,
  secrets,
  url,
}: {
  readonly transport: EnvironmentTransport;
  readonly secrets: TransportSecrets;
  readonly url: string;
}): TransportOptions {
  const { timeoutSeconds, proxy, ca, clientCertificate } = transport;
  return {
    ...(timeoutSeconds !== undefined && { timeoutMilliseconds: Math.ceil(timeoutSeconds * 1000) }),
    ...(proxy !== undefined && { proxy: { url: withPassword(proxy, secrets.proxyPassword) } }),
    tls: {
      verify: !isUnverified(transport, url),
      ...(ca !== undefined && { caPem: ca }),
      ...(clientCertificate !== undefined && {
        clientCertificatePem: clientCertificate,
        ...(secrets.clientKey !== undefined && { clientKeyPem: secrets.clientKey }),
      }),
    },
  };
}

/** Whether the certificate of an address is not verified: its host and port stand in the environment's list. */
export function isUnverified({ unverifiedHosts = [] }: EnvironmentTransport, url: string): boolean {
  if (unverifiedHosts.length === 0 || !URL.canParse(url)) return false;
  const { protocol, host, port } = new URL(url);
  if (protocol !== 'https:') return false;
  const named = (port === '' ? `${host}:443` : host).toLowerCase();
  return unverifiedHosts.some((one) => withPort(one.trim().toLowerCase()) === named);
}

function withPort(host: string): string {
  return /:\d+$/.test(host) && !/^[^[]*:[^\]]*:/.test(host) ? host : `${host}:443`;
}

/** A proxy is `http://[user@]host:port`; what cannot be read is refused by whoever uses it, with a sentence. */
function withPassword(proxy: string, password: string | undefined): string {
  if (password === undefined || !URL.canParse(proxy)) return proxy;
  const url = new URL(proxy);
  if (url.username === '') return proxy;
  url.password = encodeURIComponent(password);
  return url.href;
}
