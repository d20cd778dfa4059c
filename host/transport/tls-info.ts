import type { TLSSocket } from 'node:tls';
import type { TlsInfo } from './http-exchange.ts';

/** What was agreed upon in a finished handshake, and with whom. */
export function tlsInfo(socket: TLSSocket): TlsInfo {
  const certificate = socket.getPeerX509Certificate();
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    authorized: socket.authorized,
    // Node types an Error and gives a code.
    ...(socket.authorizationError && { authorizationError: String(socket.authorizationError) }),
    ...(certificate && {
      certificate: {
        subject: oneLine(certificate.subject),
        issuer: oneLine(certificate.issuer),
        subjectAltName: certificate.subjectAltName ?? '',
        validFrom: new Date(certificate.validFrom).toISOString(),
        validTo: new Date(certificate.validTo).toISOString(),
        fingerprint256: certificate.fingerprint256,
      },
    }),
  };
}

function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ', ');
}
