import type { PreparedCall } from '../calls/prepared-call.ts';
import type { SentCall } from '../calls/send-request.ts';
import { placeholder } from '../../shared/pipeline/hide-secrets.ts';
import type { Session } from '../../shared/profile/profile.ts';
import type { SessionStore } from './create-session-store.ts';
import { isRefusal, isWhole, opensSession, sessionOf, type OpenSession } from './session-call.ts';

interface InSession<Call extends PreparedCall, Done extends { readonly sent: SentCall }> {
  readonly sessions: SessionStore;
  /** Whose session it is: the environment's id. */
  readonly owner: string;
  /** Makes the call that opens a session. */
  readonly open: (session: Session) => Promise<OpenSession>;
  /** The session that an answer to this very call opened. */
  readonly opened: (sent: SentCall, session: Session) => OpenSession;
  readonly send: (call: Call) => Promise<Done>;
  /** Of whoever sends this call. It ends the waiting for a session and not its opening. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a call in a session where it needs one: the one there is, or a new one. A session that the platform refuses is
 * renewed once, and the call sent once more.
 */
export async function sendInSession<Call extends PreparedCall, Done extends { readonly sent: SentCall }>(
  call: Call,
  { sessions, owner, open, opened, send, signal }: InSession<Call, Done>,
): Promise<Done> {
  const session = sessionOf(call);
  if (!session) {
    const done = await send(call);
    // Whoever has logged in by hand is not logged in a second time.
    const begun = opensSession(call, done.sent);
    if (begun) sessions.keep(owner, opened(done.sent, begun));
    return done;
  }
  const known = sessions.find(owner);
  // The platform's description has changed since.
  if (known && !isWhole(known, session)) sessions.forget(owner, known);
  const first = await unlessCancelled(
    sessions.ensure(owner, () => open(session)),
    signal,
  );
  const done = await send(inSession(call, first));
  // Whoever logs out means it: the next call logs in again.
  if (call.chosen?.endsSession && done.sent.verdict === 'success') sessions.forget(owner);
  if (!isRefusal(done.sent, session)) return done;
  // First of all: whatever becomes of the next login, this one is worth nothing.
  sessions.forget(owner, first);
  const renewed = await unlessCancelled(
    sessions.ensure(owner, () => open(session)),
    signal,
  );
  return send(inSession(call, renewed));
}

/** Rejects with the signal's reason when that comes first. */
export async function unlessCancelled<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return work;
  signal.throwIfAborted();
  // Nobody may be left who would hear of its failure.
  work.catch(() => undefined);
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

export function inSession<Call extends PreparedCall>(call: Call, { values }: OpenSession): Call {
  return { ...call, fields: { ...call.fields, session: values } };
}

/** A preview knows of a session that its call will have one, and shows its name. */
export function withSessionShown<Call extends PreparedCall>(call: Call): Call {
  const session = sessionOf(call);
  if (!session) return call;
  const names = Object.keys(session.values);
  return {
    ...call,
    fields: { ...call.fields, session: Object.fromEntries(names.map((name) => [name, placeholder(name)])) },
  };
}
