import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { HeaderField, Phase } from './http-exchange.ts';
import type { Destroyable } from './open-connection.ts';
import type { PreparedRequest } from './prepare-request.ts';
import { connectionLost, switchedProtocol, tooLarge } from './transport-error.ts';

export interface ExchangePlan {
  readonly prepared: PreparedRequest;
  readonly socket: Socket;
  readonly responseLimitBytes: number;
  readonly enter: (phase: Phase) => void;
  readonly own: (resource: Destroyable) => void;
}

export interface ExchangeResult {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/** Heads of answers may be this long, in bytes; signatures and certificates in headers need more than Node's 16 KiB. */
const maxHeaderSize = 65_536;

/** Writes the request onto an open connection and reads the answer whole. Redirects are answers like any other. */
export async function exchange(plan: ExchangePlan): Promise<ExchangeResult> {
  plan.enter('firstByte');
  const answer = await sendAndAwaitHead(plan);
  plan.enter('body');
  const body = await readBody(answer, plan);
  return {
    status: answer.statusCode ?? 0,
    statusText: answer.statusMessage ?? '',
    httpVersion: answer.httpVersion,
    headers: pairs(answer.rawHeaders),
    body,
  };
}

function sendAndAwaitHead({ prepared, socket, own }: ExchangePlan): Promise<IncomingMessage> {
  const outgoing = request({
    method: prepared.method,
    path: prepared.target,
    // As an array Node writes them as they are and adds none.
    headers: prepared.headers.flat(),
    createConnection: () => socket,
    maxHeaderSize,
  });
  own(outgoing);
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('upgrade', (answer) => reject(switchedProtocol(prepared.peer, answer.headers.upgrade)));
    // Stays for good: what goes wrong after the head is told by the answer as well.
    outgoing.on('error', reject);
    outgoing.end(prepared.body);
  });
}

function readBody(answer: IncomingMessage, { prepared, responseLimitBytes }: ExchangePlan): Promise<Uint8Array> {
  const length = answer.headers['content-length'];
  const announced = length === undefined ? undefined : Number(length);
  const chunks: Buffer[] = [];
  let received = 0;
  return new Promise((resolve, reject) => {
    const hasBody = prepared.method !== 'HEAD';
    if (hasBody && announced !== undefined && announced > responseLimitBytes) {
      reject(tooLarge(prepared.peer, responseLimitBytes, announced));
      return;
    }
    answer.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > responseLimitBytes) reject(tooLarge(prepared.peer, responseLimitBytes, undefined));
      else chunks.push(chunk);
    });
    answer.once('end', () => resolve(Buffer.concat(chunks)));
    answer.once('error', (error) => {
      const isLost = 'code' in error && error.code === 'ECONNRESET';
      const place = { peer: prepared.peer, proxy: undefined, phase: 'body' } as const;
      reject(
        isLost ? connectionLost(place, { received, ...(announced !== undefined && { expected: announced }) }) : error,
      );
    });
  });
}

function pairs(rawHeaders: readonly string[]): HeaderField[] {
  const fields: HeaderField[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    fields.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return fields;
}
