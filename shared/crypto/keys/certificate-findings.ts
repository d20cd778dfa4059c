import type { Finding } from '../../finding.ts';
import { certificateDates } from './certificate-dates.ts';
import type { Sm2Certificate } from './read-certificate.ts';

/** Warnings for dates that `now`, in milliseconds since 1970 UTC, lies outside of, and for a wrong signature of its own. */
export function certificateFindings(
  certificate: Sm2Certificate,
  { now }: { readonly now: number },
): readonly Finding[] {
  const dates = certificateDates(certificate, { now });
  const signature: Finding = {
    code: 'certificate.signatureWrong',
    severity: 'warning',
    message: {
      zh: '这张自签名证书的签名不对：内容可能被改动。公钥仍可读出，但证书证明不了什么。',
      en: 'The signature of this self-signed certificate is wrong: it may have been changed. Its key can still be read, but the certificate proves nothing.',
    },
  };
  return [...(dates === undefined ? [] : [dates]), ...(certificate.selfSignature === 'invalid' ? [signature] : [])];
}
