import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../shared/bilingual.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { nonceLength } from '../../shared/profile/nonce-length.ts';
import type { Session } from '../../shared/profile/profile.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import { atPointer } from '../../shared/json/json-pointer.ts';
import { scalarText } from '../../shared/json/json-node.ts';
import type { Drawn } from '../../shared/model/call.ts';
import type { CallRecord, Preview } from '../../shared/model/call-record.ts';
import type { Trace } from '../../shared/pipeline/trace.ts';
import type { HistoryDocument } from '../history/history-document.ts';
import type { ComposedCall, PageAddress } from '../host.ts';
import type { KeyStore } from '../keys/create-key-store.ts';
import type { SessionStore } from '../sessions/create-session-store.ts';
import { inSession, sendInSession, unlessCancelled, withSessionShown } from '../sessions/send-in-session.ts';
import {
  openingCall,
  secretsOf,
  sessionFrom,
  sessionOf,
  sessionOwner,
  type OpenSession,
} from '../sessions/session-call.ts';
import type { SerialLedger } from '../store/serial-ledger.ts';
import { transportOptionsOf } from '../transport/environment-transport.ts';
import { requireUrl } from '../transport/prepare-request.ts';
import type { TransportOptions } from '../transport/send-http.ts';
import { transportFindings } from '../transport/transport-findings.ts';
import { prepareCall, type KeyedCall, type Surroundings } from './call-context.ts';
import { filledFields } from './filled-fields.ts';
import type { HandedOn } from './handed-on.ts';
import { drawNonce } from './node-inputs.ts';
import { outgoingAgain } from './outgoing-again.ts';
import { pageAddress, requirePage } from './page-address.ts';
import {
  brokenStep,
  runRequest,
  secretHider,
  serialSeries,
  targetOf,
  type DrawnValues,
  type PreparedCall,
} from './prepared-call.ts';
import { recordCall, type RecordCall } from './record-call.ts';
import { requireSampleKeysStay } from './sample-keys-stay.ts';
import { deliver, notReady, sendRequest, type Outgoing, type SentCall } from './send-request.ts';
import type { TraceMemory } from './trace-memory.ts';

export interface CallServiceOptions {
  readonly engine: CryptoEngine;
  readonly surroundings: Surroundings;
  readonly keyStore: Pick<KeyStore, 'requireBound' | 'noteUse' | 'transportSecrets'>;
  readonly ledger: SerialLedger;
  readonly sessions: SessionStore;
  readonly handedOn: HandedOn;
  readonly traces: TraceMemory;
  /** Writes a call down, durably; a known id is replaced. */
  readonly record: RecordCall;
  readonly version: string;
  /** Of a saved request; undefined for one that is in no file. */
  readonly titleOf: (requestId: string) => Bilingual | undefined;
}

export interface CallService {
  preview(composed: ComposedCall): Preview;
  send(composed: ComposedCall, signal: AbortSignal | undefined): Promise<CallRecord>;
  /**
   * The whole address of a page as a sending would fill it, its secrets included; the page is not asked for, and the address is
   * neither recorded nor remembered. Opens a session where there is none. Throws `page.none`, `call.notReady`, and why a
   * call may not go out.
   */
  pageAddress(composed: ComposedCall, signal: AbortSignal | undefined): Promise<PageAddress>;
  /** The bytes of a recorded call once more, to where its environment leads today. Throws `history.bodiesNotKept`. */
  sendExactly(recorded: HistoryDocument, signal: AbortSignal | undefined): Promise<CallRecord>;
}

/** A call that is about to be sent. */
interface Departure {
  readonly call: KeyedCall;
  readonly requestId?: string | undefined;
  readonly repeats?: string;
}

/** A call as it was sent, and as it is shown and recorded. */
interface Recorded {
  readonly sent: SentCall;
  readonly shown: CallRecord;
}

interface Once {
  readonly call: KeyedCall;
  readonly requestId?: string | undefined;
  readonly drawn: Drawn;
  readonly signal: AbortSignal | undefined;
}

export function createCallService(options: CallServiceOptions): CallService {
  const { engine, surroundings, keyStore, ledger, traces, record, version, titleOf, sessions, handedOn } = options;
  /** One nonce for all previews of a platform, so that only what the user changes changes on screen. */
  const previewNonces = new Map<number, string>();
  function previewNonce({ profile }: PreparedCall): string {
    const length = nonceLength(profile, 'request');
    const nonce = previewNonces.get(length) ?? drawNonce(profile);
    previewNonces.set(length, nonce);
    return nonce;
  }

  function provisional(call: PreparedCall, drawn: Drawn): DrawnValues {
    const clock = drawn.clock ?? Date.now();
    const series = serialSeries(call, clock);
    return {
      clock,
      nonce: drawn.nonce ?? previewNonce(call),
      serial: drawn.serial ?? (series ? ledger.peek(series) : '0'),
    };
  }

  /** Throws why the call may not go where it is to go. */
  function requireAllowed(call: KeyedCall): void {
    const [unknown] = call.unknown;
    if (unknown) throw notSent(unknown);
    requireUrl(call.url);
    requireSampleKeysStay(call);
    keyStore.requireBound(call.resolved, { environment: call.environment.place, url: call.url });
  }

  function transportOf({ environment, url }: KeyedCall, signal: AbortSignal | undefined): TransportOptions {
    const { transport, place } = environment;
    const secrets = keyStore.transportSecrets(place, url);
    return { ...transportOptionsOf({ transport, secrets, url }), ...(signal && { signal }) };
  }

  async function recorded(
    { call: keyed, requestId, repeats }: Departure,
    deliverCall: (onReady: (outgoing: Outgoing) => Promise<void>) => Promise<SentCall>,
  ): Promise<Recorded> {
    const { call, profile, resolved, environment } = keyed;
    const keys = Object.fromEntries(resolved.used.map(({ slot, fingerprint }) => [slot, fingerprint]));
    const title = requestId === undefined ? undefined : titleOf(requestId);
    const facts = { id: randomUUID(), call, profile, keys, requestId, title, repeats, version };
    const { keepsBodies } = environment;
    const recording = {
      facts,
      engine,
      keepsBodies,
      record,
      secretsOf: (outcome: Outgoing | SentCall) => secretsOf(withKnownSession(keyed), outcome),
    };
    const { sent, document, notRecorded } = await recordCall(recording, deliverCall);
    keyStore.noteUse(resolved, sent.startedAt);
    const shown: CallRecord = {
      ...document.record,
      bodiesKept: keepsBodies,
      ...rememberTraces(traces, document),
      ...(notRecorded && { notRecorded }),
    };
    return { sent, shown };
  }

  /** What one message is made with; its serial is used up. Throws `call.notReady`. */
  function drawValues(call: KeyedCall, drawn: Drawn): DrawnValues {
    const trial = provisional(call, drawn);
    const rehearsed = runRequest(call, { engine, drawn: trial });
    // A call that cannot be made must not use up a serial.
    if (brokenStep(rehearsed)) throw notReady(rehearsed);
    const series = serialSeries(call, trial.clock);
    const serial = drawn.serial ?? (series ? ledger.next(series) : trial.serial);
    return { clock: trial.clock, nonce: drawn.nonce ?? drawNonce(call.profile), serial };
  }

  /** Also a call that is made in no session may carry what one handed on. */
  function withKnownSession(call: KeyedCall): KeyedCall {
    const known = call.fields.session ?? sessions.find(sessionOwner(call.environment.place.id, call))?.values;
    return known ? { ...call, fields: { ...call.fields, session: known } } : call;
  }

  /** Signs, sends and records one call, as often as it is asked to with what is drawn anew. */
  async function sendOnce({ call, requestId, drawn, signal }: Once): Promise<Recorded> {
    requireAllowed(call);
    const transport = transportOf(call, signal);
    const values = drawValues(call, drawn);
    return recorded({ call, requestId }, (onReady) => sendRequest(call, { engine, drawn: values, transport, onReady }));
  }

  /** Without the signal of the call that needs it: others may wait for the same session. */
  async function openSession(call: KeyedCall, session: Session): Promise<OpenSession> {
    const opening = prepareCall({ call: openingCall(call.call, session), folder: '' }, surroundings);
    requireAllowed(opening);
    const { sent } = await sendOnce({ call: opening, drawn: {}, signal: undefined });
    return openedBy(opening, sent, session);
  }

  function openedBy(opening: KeyedCall, sent: SentCall, session: Session): OpenSession {
    const { used } = opening.resolved;
    // Keys that are for this program alone, and sample keys, open sessions that are so too.
    const isKept = used.length > 0 && used.every(({ source }) => source === 'vault');
    return { ...sessionFrom(sent, { session, now: Date.now() }), isKept };
  }

  /** A call in the session that it needs: the one there is, or a new one. */
  async function withSession(call: KeyedCall, signal: AbortSignal | undefined): Promise<KeyedCall> {
    const session = sessionOf(call);
    if (!session) return call;
    const owner = sessionOwner(call.environment.place.id, call);
    return inSession(
      call,
      await unlessCancelled(
        sessions.ensure(owner, () => openSession(call, session)),
        signal,
      ),
    );
  }

  /** Values that later calls in the environment may name. */
  function handOn(call: KeyedCall, { sent, shown }: Recorded): CallRecord {
    const { extract } = call.call;
    if (sent.verdict !== 'success' || Object.keys(extract).length === 0) return shown;
    const body = sent.response?.slots.get('body');
    const root = body?.type === 'json' ? body.root() : undefined;
    const extracted = Object.entries(extract).map(([name, pointer]) => {
      const value = root && scalarText(atPointer(root, pointer));
      if (value !== undefined) handedOn.keep(call.environment.place.id, { name, value });
      return { name, pointer, found: value !== undefined };
    });
    return { ...shown, extracted };
  }

  return {
    preview({ call, drawn, folder }) {
      const started = performance.now();
      const prepared = withSessionShown(prepareCall({ call, folder }, surroundings));
      const run = runRequest(prepared, { engine, drawn: provisional(prepared, drawn) });
      const { transport } = prepared.environment;
      return {
        ...traces.remember(run.trace, 'preview'),
        url: secretHider(prepared)(targetOf(prepared, run).url),
        findings: [...prepared.unknown, ...run.trace.findings, ...transportFindings(transport, prepared.url)],
        header: filledFields(prepared, { run, call, drawn }),
        milliseconds: performance.now() - started,
      };
    },

    async send({ call: composed, drawn, folder, requestId }, signal) {
      const call = prepareCall({ call: composed, folder }, surroundings);
      // What may not go out must not log in either.
      requireAllowed(call);
      const done = await sendInSession(call, {
        sessions,
        owner: sessionOwner(call.environment.place.id, call),
        open: (session) => openSession(call, session),
        signal,
        opened: (sent, session) => openedBy(call, sent, session),
        send: (once) => sendOnce({ call: once, requestId, drawn, signal }),
      });
      return handOn(call, done);
    },

    async pageAddress({ call: composed, drawn, folder }, signal) {
      const prepared = prepareCall({ call: composed, folder }, surroundings);
      requirePage(prepared);
      requireAllowed(prepared);
      const call = await withSession(prepared, signal);
      return pageAddress(call, { engine, drawn: drawValues(call, drawn) });
    },

    async sendExactly({ record: old, request, wire }, signal) {
      if (!wire.body) throw bodiesNotKept();
      const prepared = withConventionsOf(prepareCall({ call: old.call, folder: '' }, surroundings), request);
      requireAllowed(prepared);
      const call = await withSession(prepared, signal);
      const transport = transportOf(call, signal);
      const bytes = { id: old.id, request, wire: { ...wire, body: wire.body } };
      const outgoing = outgoingAgain(call, { recorded: bytes, engine, drawn: provisional(call, {}) });
      const { shown } = await recorded({ call, requestId: old.requestId, repeats: old.id }, (onReady) =>
        deliver(call, { engine, transport, onReady, outgoing }),
      );
      return shown;
    },
  };
}

/** The views of a call's traces, by names under which their values are found again. */
export function rememberTraces(
  traces: TraceMemory,
  { record: { id }, request, response }: HistoryDocument,
): Pick<CallRecord, 'request' | 'response'> {
  return {
    request: traces.remember(request, 'call', `${id}/request`),
    ...(response && { response: traces.remember(response, 'call', `${id}/response`) }),
  };
}

/** The answer to old bytes is read as the old call was made, whatever was agreed since. */
function withConventionsOf(call: KeyedCall, { conventions }: Trace): KeyedCall {
  return { ...call, conventions };
}

function notSent({ code, field, position, message }: KeyedCall['unknown'][number]): HufuError {
  return new HufuError({
    code,
    ...(field !== undefined && { field }),
    ...(position && { position }),
    text: { zh: `没有发送：${message.zh}`, en: `Not sent: ${message.en}` },
  });
}

export function bodiesNotKept(): HufuError {
  return new HufuError({
    code: 'history.bodiesNotKept',
    text: {
      zh: '这次调用的报文没有保留（环境设置为不保留报文，或是掩码后导入的），不能原样重发或查看。',
      en: 'The messages of this call were not kept (its environment keeps none, or it was imported masked): they cannot be shown or sent again as they were.',
    },
  });
}
