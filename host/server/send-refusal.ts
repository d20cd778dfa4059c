import type { ServerResponse } from 'node:http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { type Refusal, refusalStatus } from './refusal.ts';

/**
 * Answers with a refusal: to the API in the shape of a tRPC error whose `data.hufu` is a `HufuErrorDetail`, so that the
 * client shows it like every other failure; to a person as plain text.
 */
export function sendRefusal(response: ServerResponse, { reason, code, text }: Refusal, form: 'trpc' | 'text'): void {
  const httpStatus = refusalStatus[reason];
  response.statusCode = httpStatus;
  response.setHeader('Cache-Control', 'no-store');
  if (form === 'text') {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(`${text.zh}\n${text.en}\n`);
    return;
  }
  const data = { code: reason, httpStatus, hufu: { code, text } };
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ error: { message: text.en, code: TRPC_ERROR_CODES_BY_KEY[reason], data } }));
}
