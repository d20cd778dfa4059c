import type { Bilingual } from '../../bilingual.ts';
import type { CertificateDescription } from '../../model/key.ts';
import type { KeyUsage } from './certificate-key-usage.ts';
import type { Sm2Certificate } from './read-certificate.ts';

const usageNames: Readonly<Record<KeyUsage, Bilingual>> = {
  digitalSignature: { zh: '数字签名', en: 'digital signature' },
  nonRepudiation: { zh: '抗抵赖', en: 'non-repudiation' },
  keyEncipherment: { zh: '密钥加密', en: 'key encipherment' },
  dataEncipherment: { zh: '数据加密', en: 'data encipherment' },
  keyAgreement: { zh: '密钥协商', en: 'key agreement' },
  keyCertSign: { zh: '签发证书', en: 'signing certificates' },
  cRLSign: { zh: '签发吊销列表', en: 'signing revocation lists' },
  encipherOnly: { zh: '仅加密', en: 'enciphering only' },
  decipherOnly: { zh: '仅解密', en: 'deciphering only' },
};

/** What the screen shows of a certificate. */
export function certificateDescription(certificate: Sm2Certificate): CertificateDescription {
  const { subject, issuer, serial, notBefore, notAfter, keyUsage } = certificate;
  return {
    subject: subject.text,
    issuer: issuer.text,
    serial,
    notBefore,
    notAfter,
    keyUsage: keyUsage.map((usage) => usageNames[usage]),
  };
}
