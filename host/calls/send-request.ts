import { messageMilliseconds, runBounded } from '../limits/run-bounded.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { Finding } from '../../shared/finding.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { jsonString, scalarText } from '../../shared/json/json-node.ts';
import { bytesToText } from '../../shared/crypto/encodings/charset.ts';
import type { CallRecord, HttpExchange } from '../../shared/model/call-record.ts';
import { noFields, readResponse } from '../../shared/pipeline/messages.ts';
import type { RunResult } from '../../shared/pipeline/run-steps.ts';
import { requireWholePath } from '../../shared/http/request-target.ts';
import type { Profile, StatusTable } from '../../shared/profile/profile.ts';
import { exchangeRecord } from '../transport/http-exchange-record.ts';
import type { HttpRequest } from '../transport/http-exchange.ts';
import { sendHttp, type HttpAnswer, type TransportOptions } from '../transport/send-http.ts';
import { plainBytes } from '../crypto/plain-bytes.ts';
import { nodeInputs } from './node-inputs.ts';
import {
  brokenStep,
  fieldsOf,
  runRequest,
  targetOf,
  textOf,
  type DrawnValues,
  type PreparedCall,
} from './prepared-call.ts';

export interface SendOptions {
  readonly engine: CryptoEngine;
  readonly drawn: DrawnValues;
  readonly transport: TransportOptions;
  /** Called when everything is ready to go out; the call waits for it, and is not made when it rejects. */
  readonly onReady?: (outgoing: Outgoing) => Promise<void>;
}

/** A request as it is about to go out. */
export interface Outgoing {
  readonly startedAt: number;
  readonly url: string;
  readonly request: RunResult;
  readonly sent: HttpRequest;
}

/** One call with everything that came of it; failures of the network are part of it and not thrown. */
export interface SentCall extends Outgoing {
  readonly response?: RunResult;
  readonly http?: HttpExchange;
  /** The body of the answer, as received. */
  readonly answer?: Uint8Array;
  readonly status?: NonNullable<CallRecord['status']>;
  readonly verdict: 'success' | 'refused' | 'failed';
  readonly error?: HufuErrorDetail;
}

/** Signs, encrypts, sends, verifies and decrypts. Throws `call.notReady` when there is nothing that could be sent. */
export async function sendRequest(call: PreparedCall, { engine, drawn, ...rest }: SendOptions): Promise<SentCall> {
  const request = runRequest(call, { engine, drawn });
  const message = textOf(request.slots.get('message'));
  if (message === undefined) throw notReady(request);
  const { method, url, path, contentType } = targetOf(call, request);
  requireWholePath(path);
  const sent: HttpRequest = {
    method,
    url,
    headers: [
      ...(method === 'GET' ? [] : [['Content-Type', contentType] as const]),
      ['Accept', 'application/json'],
      ...fieldsOf(request.slots.get('httpHeaders')).map(({ name, value }) => [name, value] as const),
    ],
    body: new TextEncoder().encode(message),
  };
  return deliver(call, { engine, ...rest, outgoing: { startedAt: drawn.clock, url, request, sent } });
}

/** Sends what is ready, to the byte, and reads the answer with the call's keys and conventions. */
export async function deliver(
  call: PreparedCall,
  { engine, transport, onReady, outgoing }: Omit<SendOptions, 'drawn'> & { readonly outgoing: Outgoing },
): Promise<SentCall> {
  const { request, sent, startedAt: clock } = outgoing;
  await onReady?.(outgoing);
  let answer: HttpAnswer;
  try {
    answer = await sendHttp(sent, { timeoutMilliseconds: call.profile.transport.timeoutMilliseconds, ...transport });
  } catch (error) {
    if (error instanceof HufuError) return { ...outgoing, verdict: 'failed', error: error.detail };
    throw error;
  }
  return {
    ...outgoing,
    http: exchangeRecord(answer),
    answer: plainBytes(answer.body),
    ...readAnswer(call, { answer, request, engine, clock }),
  };
}

function readAnswer(
  { profile, chosen, conventions, keys, keyProblems }: PreparedCall,
  { answer, request, engine, clock }: { answer: HttpAnswer; request: RunResult; engine: CryptoEngine; clock: number },
): Pick<SentCall, 'response' | 'status' | 'verdict' | 'error'> {
  const { text, problem } = answerText(answer);
  const received = {
    profile,
    interface: chosen?.id,
    conventions,
    inputs: nodeInputs({ engine, keys, keyProblems, fields: noFields, clock }),
    text,
    bytes: plainBytes(answer.body),
    httpHeaders: answer.headers.map(([name, value]) => ({ name, value: jsonString(value) })),
    request,
  };
  const response = runBounded(() => readResponse(received), { milliseconds: messageMilliseconds });
  const takesBytes = response.trace.steps.some(
    ({ kind, options }) => kind === 'page.read' && options['as'] === 'base64',
  );
  if (problem && !takesBytes) return { verdict: 'failed', error: problem };
  const header = response.slots.get('header');
  if (header?.type !== 'fields') {
    return {
      response,
      verdict: 'failed',
      error: noMessage(answer, {
        // What a login answers may begin with its token.
        text: chosen !== undefined && chosen.id === profile.session?.interface ? '' : text,
        finding: response.trace.findings[0],
      }),
    };
  }
  const statuses = chosen?.statuses ?? profile.statuses;
  const code = scalarText(header.fields.findLast(({ name }) => name === statuses.field)?.value);
  const status = code === undefined ? undefined : statusOf(statuses, code);
  const clean = response.trace.steps.every(({ verdict }) => verdict !== 'failed');
  const verdict = code !== statuses.success ? 'refused' : clean ? 'success' : 'failed';
  if (verdict === 'success' && (answer.status < 200 || answer.status > 299)) {
    return { response, ...(status && { status }), verdict: 'failed', error: unexpectedHttpStatus(answer, profile) };
  }
  return { response, ...(status && { status }), verdict };
}

/** What is no text in its character set may be a file: the text is then as much of it as is one. */
function answerText(answer: HttpAnswer): { readonly text: string; readonly problem?: HufuErrorDetail } {
  try {
    return { text: bytesToText(answer.body, charsetOf(answer)) };
  } catch (error) {
    if (error instanceof HufuError) return { text: new TextDecoder().decode(answer.body), problem: error.detail };
    throw error;
  }
}

/** Row 25: HTTP 200 whatever the platform's status is. A success under another one came through something in between. */
function unexpectedHttpStatus({ status, statusText }: HttpAnswer, { transport }: Profile): HufuErrorDetail {
  return {
    code: 'answer.httpStatus',
    field: 'response',
    clause: transport.clause,
    text: {
      zh: `报文说成功，HTTP 状态却是 ${status} ${statusText}；不跟随重定向。请核对地址和中间的网关。`,
      en: `The message says success, but the HTTP status is ${status} ${statusText}; redirects are not followed. Check the address and any gateway in between.`,
    },
  };
}

function statusOf(statuses: StatusTable, code: string): NonNullable<SentCall['status']> {
  const known = statuses.codes.find((entry) => entry.code === code);
  return {
    code,
    clause: statuses.clause,
    meaning: known?.meaning ?? { zh: '表中没有这个状态', en: 'a status that is in no table' },
    advice: known?.advice ?? { zh: '向服务方询问它的含义。', en: 'Ask the provider what it means.' },
  };
}

function charsetOf({ headers }: HttpAnswer): 'UTF-8' | 'GBK' {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /charset\s*=\s*"?(?:gbk|gb2312|gb18030)/i.test(type) ? 'GBK' : 'UTF-8';
}

function noMessage(
  answer: HttpAnswer,
  { text, finding }: { text: string; finding: Finding | undefined },
): HufuErrorDetail {
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const beginning = text.slice(0, 60).toWellFormed().replace(/\s+/g, ' ');
  const quoted =
    beginning === '' ? { zh: '', en: '' } : { zh: `，开头“${beginning}”`, en: `, beginning "${beginning}"` };
  return {
    code: 'answer.notMessage',
    field: 'response',
    ...(finding?.clause !== undefined && { clause: finding.clause }),
    text: {
      zh: `对方的回答不是平台的报文（HTTP ${answer.status}，${type || '没有 Content-Type'}，${answer.body.length} 字节${quoted.zh}）。${finding?.message.zh ?? ''}请核对地址和中间的网关。`,
      en: `The answer is no message of the platform (HTTP ${answer.status}, ${type || 'no Content-Type'}, ${answer.body.length} bytes${quoted.en}). ${finding?.message.en ?? ''} Check the address and any gateway in between.`,
    },
  };
}

/** Why a composed request cannot be sent. */
export function notReady(request: RunResult): HufuError {
  const step = brokenStep(request);
  const finding = step?.findings.find(({ severity }) => severity === 'error');
  return new HufuError({
    code: finding?.code ?? 'call.notReady',
    ...(finding?.field !== undefined && { field: finding.field }),
    ...(finding?.clause !== undefined && { clause: finding.clause }),
    ...(finding?.position && { position: finding.position }),
    text: {
      zh: `没有发送：${finding?.message.zh ?? step?.title.zh ?? ''}`,
      en: `Not sent: ${finding?.message.en ?? step?.title.en ?? ''}`,
    },
  });
}
