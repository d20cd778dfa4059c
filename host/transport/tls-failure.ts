import type { Bilingual } from '../../shared/bilingual.ts';

/** Why a handshake failed and what to do, as the second half of a sentence; `undefined` when `code` is not of TLS. */
export function tlsFailure(code: string, reason: string): Bilingual | undefined {
  const known = reasons.find(([codes]) => codes.test(code));
  if (known) return known[1];
  if (!/^(EPROTO|ERR_SSL|ERR_TLS|CERT_|CRL_|UNABLE_TO|ERR_OSSL|HOSTNAME_MISMATCH|INVALID_)/.test(code))
    return undefined;
  return {
    zh: `握手失败（${code}：${reason}）；请核对对方的 TLS 版本和证书要求`,
    en: `the handshake failed (${code}: ${reason}); compare with the TLS versions and certificates the peer asks for`,
  };
}

const reasons: readonly (readonly [codes: RegExp, text: Bilingual])[] = [
  [
    /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
    {
      zh: '对方证书是自签名的；请把该证书设为自定义 CA，或仅在测试时关闭校验',
      en: 'its certificate is self-signed; name that certificate as custom CA, or switch verification off for a test only',
    },
  ],
  [
    /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/,
    {
      zh: '签发对方证书的 CA 不受信任，或对方没有发来中间证书；请向对方索取 CA 证书并设为自定义 CA',
      en: 'its certificate comes from an unknown CA, or an intermediate certificate is missing; ask the peer for the certificate of its CA and name it as custom CA',
    },
  ],
  [
    /^CERT_HAS_EXPIRED$/,
    {
      zh: '对方证书已过期；请让对方更换证书，并核对本机时间',
      en: 'its certificate has expired; the peer has to renew it, and the clock of this machine has to be right',
    },
  ],
  [
    /^CERT_NOT_YET_VALID$/,
    {
      zh: '对方证书尚未生效；请核对本机时间',
      en: 'its certificate is not valid yet; check the clock of this machine',
    },
  ],
  [
    /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    {
      zh: '对方证书不是签发给这个主机名的；请使用证书中的主机名',
      en: 'its certificate was issued for another host name; use a name that stands in the certificate',
    },
  ],
  [
    /^ERR_SSL_(WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG)$/,
    {
      zh: '该端口说的不是 TLS；地址可能应以 http:// 开头',
      en: 'the port does not speak TLS; the address may have to start with http://',
    },
  ],
  [
    /^ERR_SSL_\w*(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN|CERTIFICATE_EXPIRED|UNSUPPORTED_CERTIFICATE)$/,
    {
      zh: '对方要求客户端证书，或不接受所用的客户端证书；请配置对方认可的证书和私钥',
      en: 'it asks for a client certificate, or does not accept the one that was shown; configure a certificate and key the peer knows',
    },
  ],
  [
    // RFC 5246 section 7.4.6: the alert of a server by TLS 1.2 that was shown no certificate, and of one without a suite.
    /^ERR_SSL_\w*HANDSHAKE_FAILURE$/,
    {
      zh: '对方中止了握手；它可能要求客户端证书，或双方没有共同的加密套件',
      en: 'it ended the handshake; either it asks for a client certificate, or there is no cipher suite that both know',
    },
  ],
  [
    /^ERR_SSL_(UNSUPPORTED_PROTOCOL|\w*PROTOCOL_VERSION)$/,
    {
      zh: '双方没有共同的 TLS 版本；本程序使用 TLS 1.2 和 1.3',
      en: 'there is no TLS version that both know; this program speaks TLS 1.2 and 1.3',
    },
  ],
];
