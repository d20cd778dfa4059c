import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { type ConnectionOptions, createSecureContext } from 'node:tls';
import { HufuError } from '../../shared/hufu-error.ts';
import type { TlsChoice } from './http-exchange.ts';

/**
 * What `tls.connect` needs for a host. Errors: `transport.ca` for certificates that cannot be read,
 * `transport.clientCertificate` for a client certificate or key that cannot be read, opened or do not belong together.
 */
export function tlsOptions(hostname: string, choice: TlsChoice = { verify: true }): ConnectionOptions {
  checkAuthorities(choice.caPem);
  return {
    host: hostname,
    // RFC 6066 section 3: an address is no server name.
    ...(isIP(hostname) === 0 && { servername: hostname }),
    rejectUnauthorized: choice.verify,
    ALPNProtocols: ['http/1.1'],
    secureContext: clientContext(choice),
  };
}

function checkAuthorities(caPem: string | undefined): void {
  if (caPem === undefined) return;
  try {
    // OpenSSL passes over what it cannot read, and every server would then be unknown.
    void new X509Certificate(caPem);
  } catch {
    throw new HufuError({
      code: 'transport.ca',
      field: 'caPem',
      text: {
        zh: '自定义 CA 不是可读的证书，应为 PEM 文本，以 -----BEGIN CERTIFICATE----- 开头。',
        en: 'The custom CA is not a readable certificate; PEM text that starts with -----BEGIN CERTIFICATE----- is expected.',
      },
    });
  }
}

function clientContext({ caPem, clientCertificatePem, clientKeyPem, passphrase }: TlsChoice) {
  const authorities = caPem === undefined ? {} : { ca: caPem };
  if (clientCertificatePem === undefined && clientKeyPem === undefined) return createSecureContext(authorities);
  try {
    if (clientCertificatePem === undefined) throw new Error('no certificate');
    if (clientKeyPem === undefined) throw new Error('no key');
    const identity = { cert: clientCertificatePem, key: clientKeyPem, ...(passphrase !== undefined && { passphrase }) };
    return createSecureContext({ ...authorities, ...identity });
  } catch (error) {
    // OpenSSL's reason says which of the two is wrong; it never holds key material.
    const reason = error instanceof Error ? error.message : String(error);
    throw new HufuError({
      code: 'transport.clientCertificate',
      field: 'clientCertificatePem',
      text: {
        zh: `客户端证书或私钥无法使用（${reason}）；应为互相匹配的 PEM 证书和私钥，私钥加密时须给出正确的口令。`,
        en: `The client certificate or its key cannot be used (${reason}); a PEM certificate and its own key are expected, and the right passphrase when the key is encrypted.`,
      },
    });
  }
}
