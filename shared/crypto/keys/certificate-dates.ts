import type { Finding } from '../../finding.ts';
import type { Sm2Certificate } from './read-certificate.ts';

/** A warning when `now`, in milliseconds since 1970 UTC, lies outside the certificate's dates; undefined inside them. */
export function certificateDates(
  certificate: Pick<Sm2Certificate, 'notBefore' | 'notAfter'>,
  { now }: { readonly now: number },
): Finding | undefined {
  const { notBefore, notAfter } = certificate;
  if (now < Date.parse(notBefore)) {
    return {
      code: 'certificate.notYetValid',
      severity: 'warning',
      message: {
        zh: `证书自 ${notBefore} 起生效，现在还未生效。`,
        en: `The certificate becomes valid at ${notBefore} and is not yet valid now.`,
      },
    };
  }
  if (now > Date.parse(notAfter)) {
    return {
      code: 'certificate.expired',
      severity: 'warning',
      message: {
        zh: `证书已于 ${notAfter} 过期。公钥仍可读出，但对方可能不再接受。`,
        en: `The certificate expired at ${notAfter}. Its key can still be read, but a peer may no longer accept it.`,
      },
    };
  }
  return undefined;
}
