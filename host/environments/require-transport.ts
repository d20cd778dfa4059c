import { X509Certificate } from 'node:crypto';
import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { EnvironmentTransport } from '../../shared/model/environment.ts';
import { isHttpProxy, withoutCredentials } from '../transport/http-proxy.ts';

/**
 * Throws what is not to be put into an environment's file of how it is reached; `field` is the member's name. What stands
 * there already is let be, but for secrets: another program wrote it, and a change of something else must not fail. Errors:
 * `environment.proxyPassword`, `environment.proxy`, `environment.unverifiedHost`, `environment.privateKey`,
 * `environment.certificate`.
 */
export function requireTransport(transport: EnvironmentTransport, before: EnvironmentTransport = {}): void {
  const { proxy, unverifiedHosts = [] } = transport;
  refuseProxyPassword(proxy);
  if (proxy !== undefined && proxy !== before.proxy && !isHttpProxy(proxy)) throw noProxy(proxy);
  refusePrivateKey(transport);
  for (const field of ['ca', 'clientCertificate'] as const) {
    const text = transport[field];
    if (text !== undefined && text !== before[field] && !areCertificates(text)) throw noCertificates(field);
  }
  const wrong = unverifiedHosts.find((host) => !before.unverifiedHosts?.includes(host) && !isHostAndPort(host));
  if (wrong !== undefined) throw noHost(wrong);
}

/** A password belongs into the vault: its slot is `proxy.password`. */
export function refuseProxyPassword(proxy: string | undefined): void {
  if (proxy === undefined) return;
  // As whoever uses it reads it: `http:user:password@host` is an address like any other.
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (isHttp ? url.password === '' : !/:[^@]*@/.test(proxy)) return;
  throw refusal('environment.proxyPassword', 'proxy', {
    zh: '代理地址里有密码，环境文件不保存秘密；请只留用户名，把密码填入密钥槽 proxy.password。',
    en: 'The address of the proxy holds a password and no environment file keeps a secret; leave the user name only and put the password into the slot proxy.password.',
  });
}

/** A file of certificates may hold their key too, and an environment's file goes into git. */
function refusePrivateKey({ ca = '', clientCertificate = '' }: EnvironmentTransport): void {
  const field = /PRIVATE KEY-----/.test(clientCertificate)
    ? 'clientCertificate'
    : /PRIVATE KEY-----/.test(ca)
      ? 'ca'
      : '';
  if (field === '') return;
  throw refusal('environment.privateKey', field, {
    zh: '没有保存：证书里还有私钥，环境文件不保存秘密；请只留证书，把私钥填入密钥槽 tls.clientKey。',
    en: 'Not saved: a private key stands with the certificate and no environment file keeps a secret; leave the certificate only and put the key into the slot tls.clientKey.',
  });
}

/** Every block of them, since whoever connects reads them all; texts between blocks are common in such files. */
function areCertificates(text: string): boolean {
  const begun = text.match(/-----BEGIN /g)?.length ?? 0;
  const blocks = text.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END [A-Z0-9 ]+-----/g) ?? [];
  return blocks.length > 0 && blocks.length === begun && blocks.every(isCertificate);
}

function isCertificate(pem: string): boolean {
  try {
    void new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

/** Whatever else an address holds (a scheme, a path, a user) would never be the host of a call: passed over in silence. */
function isHostAndPort(text: string): boolean {
  const address = `https://${text.trim().toLowerCase()}`;
  return URL.canParse(address) && new URL(address).origin === address.replace(/:443$/, '');
}

function noProxy(proxy: string): HufuError {
  const shown = withoutCredentials(proxy);
  return refusal('environment.proxy', 'proxy', {
    zh: `代理地址是“${shown}”，应为 http://主机:端口，需要时带 用户名@。`,
    en: `The address of the proxy is "${shown}"; http://host:port is expected, with user@ where needed.`,
  });
}

function noCertificates(field: string): HufuError {
  const [zh, en] = field === 'ca' ? ['自己的 CA', 'own CA'] : ['客户端证书', 'client certificate'];
  return refusal('environment.certificate', field, {
    zh: `${zh}应为完好的 PEM 证书，以 -----BEGIN CERTIFICATE----- 开头；DER 文件请先转换。`,
    en: `The ${en} must be intact PEM certificates, which begin with -----BEGIN CERTIFICATE-----; convert a DER file first.`,
  });
}

function noHost(host: string): HufuError {
  return refusal('environment.unverifiedHost', 'unverifiedHosts', {
    zh: `不校验证书的主机应为 主机:端口，例如 10.0.0.8:8443，实际是“${host}”。`,
    en: `A host that is not verified is written host:port, 10.0.0.8:8443 for instance, and is "${host}".`,
  });
}

function refusal(code: string, field: string, text: Bilingual): HufuError {
  return new HufuError({ code, field, text });
}
