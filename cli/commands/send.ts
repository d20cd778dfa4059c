import { randomUUID } from 'node:crypto';
import { drawNonce } from '../../host/calls/node-inputs.ts';
import { brokenStep, runRequest, serialSeries, type PreparedCall } from '../../host/calls/prepared-call.ts';
import { recordCall } from '../../host/calls/record-call.ts';
import { outgoingAgain, type RecordedBytes } from '../../host/calls/outgoing-again.ts';
import { deliver, notReady, sendRequest, type Outgoing, type SentCall } from '../../host/calls/send-request.ts';
import { createSerialLedger } from '../../host/store/serial-ledger.ts';
import { openStateDatabase } from '../../host/store/state-database.ts';
import { stateDirectory } from '../../host/store/state-directory.ts';
import { requireUrl } from '../../host/transport/prepare-request.ts';
import { viewTrace } from '../../shared/pipeline/trace-view.ts';
import { composeCall } from '../compose.ts';
import { createSessionStore, type SessionStore } from '../../host/sessions/create-session-store.ts';
import { sendInSession } from '../../host/sessions/send-in-session.ts';
import { openingCall, secretsOf, sessionFrom, sessionOwner } from '../../host/sessions/session-call.ts';
import { sentWithoutSecrets } from '../../host/sessions/without-secrets.ts';
import type { CallFacts } from '../../host/calls/call-document.ts';
import type { Bilingual } from '../../shared/bilingual.ts';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { Call } from '../../shared/model/call.ts';
import { interfaceNeeded } from '../interface-needed.ts';
import { clauseInLanguage, inLanguage } from '../language.ts';
import { readClock, type ComposeOptions } from '../message-options.ts';
import { errorDocument, findingDocument, findingLine, printDocument, printLine, RawJson, say } from '../output.ts';
import { printFindings, printTrace } from '../print-trace.ts';
import { requestDocument, textOf } from '../run-document.ts';
import { withHistory } from '../history/with-history.ts';
import { connectionOf, transportOptions, type ReachOptions } from '../transport-options.ts';
import { optionsWith } from '../workspace/options-with.ts';
import { readWorkspaceRequest, type WorkspaceRequest } from '../workspace/workspace-request.ts';
import { withAgreement, type EnvironmentAgreement } from '../with-agreement.ts';
import { asUsage, usage } from '../usage-error.ts';

export interface SendOptions extends ComposeOptions, ReachOptions {}

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

/** Where a call comes from: a request of a workspace, or a call of the history. */
interface Origin {
  readonly request: { readonly id?: string | undefined; readonly title: Bilingual };
}

interface Delivering extends Omit<Sending, 'from'> {
  readonly sessions: SessionStore;
  readonly call: Call;
  readonly prepared: PreparedCall;
  readonly from: Origin | undefined;
  /** Its bytes are sent again, in place of new ones. */
  readonly again?: RecordedBytes;
}

/** Sends one call, in a session where it needs one; what it is logged in by is a call of the history too. */
export async function deliverCall(
  options: SendOptions,
  { agreement, version, ...rest }: Delivering,
): Promise<Delivered> {
  const { engine, environment } = agreement;
  const { sessions, call, prepared, from, again } = rest;
  if (prepared.url === '') throw urlNeeded();
  asUsage(() => requireUrl(prepared.url));
  environment?.requireBound(prepared.url);
  for (const finding of environment?.transportFindings(prepared.url) ?? []) say(findingLine(finding));
  const transport = { ...environment?.transport(prepared.url), ...transportOptions(options) };

  async function once(ready: PreparedCall, own: Pick<CallFacts, 'call' | 'requestId' | 'title'>): Promise<Delivered> {
    const isMain = own.call === call;
    const clock = (isMain ? readClock(options.now) : undefined) ?? Date.now();
    const nonce = (isMain ? options.nonce : undefined) ?? drawNonce(ready.profile);
    const given = isMain ? options.serial : undefined;
    const trial = { clock, nonce, serial: given ?? '1' };
    const repeated = isMain && again ? outgoingAgain(ready, { recorded: again, engine, drawn: trial }) : undefined;
    // A call that cannot be made must not use up a serial.
    const rehearsal = repeated?.request ?? runRequest(ready, { engine, drawn: trial });
    if (!repeated && brokenStep(rehearsal)) throw notReady(rehearsal);
    if (!repeated && !rehearsal.slots.has('message')) throw interfaceNeeded(ready.profile);
    const drawn = repeated ? trial : { ...trial, serial: given ?? drawSerial(ready, { clock, state: options.state }) };
    const keys = environment?.fingerprints ?? {};
    const id = randomUUID();
    const facts = { id, profile: ready.profile, keys, version, ...own, repeats: repeated && again?.id };
    const keepsBodies = environment?.keepsBodies ?? true;
    const hidden = (outcome: Outgoing | SentCall) => secretsOf(ready, outcome);
    const { sent, notRecorded } = await withHistory(options, ({ record }) =>
      recordCall({ facts, engine, secretsOf: hidden, keepsBodies, record }, (onReady) =>
        repeated
          ? deliver(ready, { engine, transport, onReady, outgoing: repeated })
          : sendRequest(ready, { engine, drawn, transport, onReady }),
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
    opened: (sent, session) => sessionFrom(sent, { session, now: Date.now() }),
    send: (ready) => once(ready, { call, requestId: from?.request.id, title: from?.request.title }),
  });
}

export function printDone(options: SendOptions, { shown, id, notRecorded }: Delivered): void {
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
    printLine(
      [
        '',
        `${status.code} ${inLanguage(status.meaning)}${status.clause === '' ? '' : ` (${clauseInLanguage(status.clause)})`}`,
        ...[inLanguage(status.advice)].filter(Boolean),
      ].join('\n'),
    );
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
