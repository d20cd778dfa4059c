import type { HttpExchange } from '../../shared/model/call-record.ts';
import type { HttpAnswer } from './http-exchange.ts';

/** What is kept and shown of an exchange, its bodies apart. */
export function exchangeRecord(answer: HttpAnswer): HttpExchange {
  const { status, statusText, requestHead, headers, body, remoteAddress, tlsInfo, timings } = answer;
  return {
    status,
    statusText,
    requestHead,
    responseHeaders: headers,
    responseSize: body.length,
    remoteAddress,
    ...(tlsInfo && {
      tls: {
        protocol: tlsInfo.protocol,
        cipher: tlsInfo.cipher,
        authorized: tlsInfo.authorized,
        ...(tlsInfo.authorizationError !== undefined && { authorizationError: tlsInfo.authorizationError }),
        ...(tlsInfo.certificate && { subject: tlsInfo.certificate.subject, validTo: tlsInfo.certificate.validTo }),
      },
    }),
    timings,
  };
}
