import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { drawNonce } from '../../host/calls/node-inputs.ts';
import { brokenStep, runRequest, serialSeries, type PreparedCall } from '../../host/calls/prepared-call.ts';
import { recordCall } from '../../host/calls/record-call.ts';
import { notReady, sendRequest, type Outgoing, type SentCall } from '../../host/calls/send-request.ts';
import { createSerialLedger } from '../../host/store/serial-ledger.ts';
import { openStateDatabase } from '../../host/store/state-database.ts';
import { stateDirectory } from '../../host/store/state-directory.ts';
import { requireUrl } from '../../host/transport/prepare-request.ts';
import type { TransportOptions } from '../../host/transport/send-http.ts';
import { viewTrace } from '../../shared/pipeline/trace-view.ts';
import { composeCall } from '../compose.ts';
import { createSessionStore, type SessionStore } from '../../host/sessions/create-session-store.ts';
import { sendInSession } from '../../host/sessions/send-in-session.ts';
import { openingCall, secretsOf, sessionFrom, sessionOwner } from '../../host/sessions/session-call.ts';
import { sentWithoutSecrets } from '../../host/sessions/without-secrets.ts';
import type { CallFacts } from '../../host/calls/call-document.ts';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { Call } from '../../shared/model/call.ts';
import { inLanguage } from '../language.ts';
import { readClock, type ComposeOptions } from '../message-options.ts';
import { errorDocument, findingDocument, findingLine, printDocument, printLine, RawJson, say } from '../output.ts';
import { printFindings, printTrace } from '../print-trace.ts';
import { requestDocument, textOf } from '../run-document.ts';
import { withHistory } from '../history/with-history.ts';
import { optionsWith } from '../workspace/options-with.ts';
import { readWorkspaceRequest, type WorkspaceRequest } from '../workspace/workspace-request.ts';
import { withAgreement, type Connection, type EnvironmentAgreement } from '../with-agreement.ts';
import { asUsage, usage } from '../usage-error.ts';

export interface SendOptions extends ComposeOptions {
  /** False with `--no-history`. */
  readonly history: boolean;
  readonly url?: string;
  readonly timeout?: string;
  readonly limit?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly certKey?: string;
  readonly insecure?: boolean;
  readonly proxy?: string;
}

/** Sends one call and reads its answer; exit code 1 unless the platform's status is its success. */
export async function send(
  name: string | undefined,
  options: SendOptions,
  { version }: { version: string },
): Promise<void> {
  const from = name === undefined ? undefined : readWorkspaceRequest(name, options);
  await withAgreement({ ...optionsWith(from, options), connection: connectionOf(options) }, (agreement) =>
    sendCall(options, { agreement, from, version }),
  );
}

interface Sending {
  readonly agreement: EnvironmentAgreement;
  readonly from: WorkspaceRequest | undefined;
  readonly version: string;
}

async function sendCall(options: SendOptions, { agreement, from, version }: Sending): Promise<void> {
  const { call, prepared } = composeCall(options, { agreement, from, url: options.url });
  const done = await deliverCall(options, { agreement, version, sessions: createSessionStore(), call, prepared, from });
  printDone(options, done);
}

export interface Delivered {
  /** As it may be shown: names stand in place of secrets. */
  readonly shown: SentCall;
  readonly sent: SentCall;
  /** In the history. */
  readonly id: string;
  readonly notRecorded?: HufuErrorDetail;
}

interface Delivering extends Omit<Sending, 'from'> {
  readonly sessions: SessionStore;
  readonly call: Call;
  readonly prepared: PreparedCall;
  readonly from: WorkspaceRequest | undefined;
}

/** Sends one call, in a session where it needs one; what it is logged in by is a call of the history too. */
export async function deliverCall(
  options: SendOptions,
  { agreement, version, ...rest }: Delivering,
): Promise<Delivered> {
  const { engine, environment } = agreement;
  const { sessions, call, prepared, from } = rest;
  if (prepared.url === '') throw urlNeeded();
  asUsage(() => requireUrl(prepared.url));
  environment?.requireBound(prepared.url);
  for (const finding of environment?.transportFindings(prepared.url) ?? []) say(findingLine(finding));
  const transport = { ...environment?.transport(prepared.url), ...transportOptions(options) };

  async function once(ready: PreparedCall, own: Pick<CallFacts, 'call' | 'requestId' | 'title'>): Promise<Delivered> {
    const isMain = own.call === call;
    const clock = (isMain ? readClock(options.now) : undefined) ?? Date.now();
    const nonce = (isMain ? options.nonce : undefined) ?? drawNonce();
    const given = isMain ? options.serial : undefined;
    // A call that cannot be made must not use up a serial.
    const rehearsal = runRequest(ready, { engine, drawn: { clock, nonce, serial: given ?? '1' } });
    if (brokenStep(rehearsal)) throw notReady(rehearsal);
    const serial = given ?? drawSerial(ready, { clock, state: options.state });
    const drawn = { clock, nonce, serial };
    const keys = environment?.fingerprints ?? {};
    const id = randomUUID();
    const facts = { id, profile: ready.profile, keys, version, ...own };
    const keepsBodies = environment?.keepsBodies ?? true;
    const hidden = (outcome: Outgoing | SentCall) => secretsOf(ready, outcome);
    const { sent, notRecorded } = await withHistory(options, ({ record }) =>
      recordCall({ facts, engine, secretsOf: hidden, keepsBodies, record }, (onReady) =>
        sendRequest(ready, { engine, drawn, transport, onReady }),
      ),
    );
    environment?.noteUse(sent.startedAt);
    return { sent, shown: sentWithoutSecrets(sent, hidden(sent)), id, ...(notRecorded && { notRecorded }) };
  }

  return sendInSession(prepared, {
    sessions,
    owner: sessionOwner(environment?.id ?? '', prepared),
    async open(session) {
      const opening = openingCall(call, session);
      const chosen = prepared.profile.interfaces.find(({ id }) => id === session.interface);
      const fields = { ...prepared.fields, interface: chosen?.header ?? {}, locked: {}, extra: [] };
      const { sent } = await once({ ...prepared, chosen, fields, body: opening.body }, { call: opening });
      return sessionFrom(sent, { session, now: Date.now() });
    },
    send: (ready) => once(ready, { call, requestId: from?.request.id, title: from?.request.title }),
  });
}

function printDone(options: SendOptions, { shown, id, notRecorded }: Delivered): void {
  if (options.json) printDocument({ id: options.history ? id : null, ...sentDocument(shown) });
  else printSent(shown);
  if (shown.error) say(inLanguage(shown.error.text));
  if (notRecorded) say(inLanguage(notRecorded.text));
  if (shown.verdict !== 'success') process.exitCode = 1;
}

function urlNeeded(): Error {
  return usage('option.url', '--url', [
    '请用 --url 给出地址，或用 --environment 指出有地址的环境。',
    'Give the address with --url, or name an environment that has one with --environment.',
  ]);
}

function sentDocument({ request, response, http, status, verdict, error, url }: SentCall): object {
  const body = response?.slots.get('body');
  return {
    url,
    verdict,
    status: status ? { code: status.code, meaning: inLanguage(status.meaning), clause: status.clause } : null,
    answer: body?.type === 'json' ? new RawJson(body.root()) : null,
    ...(error && { error: errorDocument(error) }),
    request: requestDocument(request),
    response: response
      ? {
          received: textOf(response.slots.get('received')),
          findings: response.trace.findings.map(findingDocument),
          trace: viewTrace(response.trace, { limit: Number.POSITIVE_INFINITY }),
        }
      : null,
    http: http ?? null,
  };
}

export function printSent({ request, response, http, status, url }: SentCall): void {
  printLine(`→ ${url}`);
  printTrace(request.trace);
  printFindings(request.trace);
  if (http)
    printLine(
      `\n← HTTP ${http.status} ${http.statusText}, ${http.responseSize} B, ${http.timings.total.toFixed(1)} ms`,
    );
  if (response) printTrace(response.trace);
  if (status)
    printLine(`\n${status.code} ${inLanguage(status.meaning)} (${status.clause})\n${inLanguage(status.advice)}`);
  printLine(textOf(response?.slots.get('body')) ?? '');
}

function drawSerial(call: PreparedCall, { clock, state }: { clock: number; state: string | undefined }): string {
  const series = serialSeries(call, clock);
  if (!series) return '0';
  const database = openStateDatabase(stateDirectory({ ...(state !== undefined && { override: state }) }));
  try {
    return createSerialLedger(database).next(series);
  } finally {
    database.close();
  }
}

/** Single options go before the environment's; those of TLS together, so that no half of an identity is mixed with another's. */
function transportOptions(options: SendOptions): TransportOptions {
  const { ca, cert, certKey, insecure, proxy } = options;
  return {
    ...(options.timeout !== undefined && { timeoutMilliseconds: wholeNumber(options.timeout, '--timeout') }),
    ...(options.limit !== undefined && { responseLimitBytes: wholeNumber(options.limit, '--limit') }),
    ...(proxy !== undefined && { proxy: { url: proxy } }),
    ...(namesTls(options) && {
      tls: {
        verify: insecure !== true,
        ...(ca !== undefined && { caPem: pem(ca, '--ca') }),
        ...(cert !== undefined && { clientCertificatePem: pem(cert, '--cert') }),
        ...(certKey !== undefined && { clientKeyPem: pem(certKey, '--cert-key') }),
      },
    }),
  };
}

/** What single options say of the connection themselves. */
export function connectionOf(options: SendOptions): Connection {
  return { tls: namesTls(options), proxy: options.proxy !== undefined };
}

function namesTls({ ca, cert, certKey, insecure }: SendOptions): boolean {
  return [ca, cert, certKey, insecure].some((option) => option !== undefined);
}

function pem(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw usage('input.unreadable', option, [`读不到 ${path}。`, `Cannot read ${path}.`]);
  }
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw usage('option.number', option, [
    `${option} 应为正整数，实际是“${text}”。`,
    `${option} must be a positive whole number and is "${text}".`,
  ]);
}
