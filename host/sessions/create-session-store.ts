import type { SessionState } from '../../shared/model/session.ts';
import { environmentOfOwner, type OpenSession } from './session-call.ts';
import type { VaultSessions } from './vault-sessions.ts';

/**
 * Sessions by owner: in memory, and in the vault as well where their keys come from it. Such a session is forgotten when the
 * vault is locked, and found again when it is open.
 */
export interface SessionStore {
  /** One that lives at least a moment longer. */
  find(owner: string): OpenSession | undefined;
  /** The session there is, else what `open` gives; several who ask at once open one. */
  ensure(owner: string, open: () => Promise<OpenSession>): Promise<OpenSession>;
  /** One that was opened otherwise, in place of any other. */
  keep(owner: string, session: OpenSession): void;
  /** `only`: this one, and not what somebody has opened meanwhile. */
  forget(owner: string, only?: OpenSession): void;
  /** Of an environment, without what they are made of. */
  list(environment: string): readonly SessionState[];
  forgetEnvironment(environment: string): void;
}

/** A session that ends while the call is on its way is as good as ended. */
const marginMilliseconds = 10_000;

interface SessionStoreOptions {
  readonly now?: () => number;
  /** None on the command line: a session ends with the command. */
  readonly kept?: VaultSessions;
}

export function createSessionStore({ now = Date.now, kept }: SessionStoreOptions = {}): SessionStore {
  const sessions = new Map<string, OpenSession>();
  const opening = new Map<string, Promise<OpenSession>>();

  function find(owner: string): OpenSession | undefined {
    const session = remembered(owner) ?? kept?.read(owner);
    // A short one is used for half of its life at least.
    const margin = session && Math.min(marginMilliseconds, (session.expiresAt - session.openedAt) / 2);
    if (!session || margin === undefined || session.expiresAt - margin <= now()) return undefined;
    sessions.set(owner, session);
    return session;
  }

  /** What came from the vault goes with it. */
  function remembered(owner: string): OpenSession | undefined {
    const session = sessions.get(owner);
    if (!session?.isKept || kept?.isOpen()) return session;
    sessions.delete(owner);
    return undefined;
  }

  function forgetWhere(isGone: (owner: string, session: Values) => boolean): void {
    for (const [owner, session] of sessions) if (isGone(owner, session)) sessions.delete(owner);
    kept?.forget(isGone);
  }

  function keep(owner: string, session: OpenSession): void {
    sessions.set(owner, session);
    if (session.isKept) kept?.write(owner, session);
  }

  return {
    find,
    keep,
    async ensure(owner, open) {
      const known = find(owner);
      if (known) return known;
      const waiting = opening.get(owner);
      if (waiting) return waiting;
      const promise = open()
        .then((session) => {
          keep(owner, session);
          return session;
        })
        .finally(() => opening.delete(owner));
      opening.set(owner, promise);
      return promise;
    },
    forget: (owner, only) => forgetWhere((one, session) => one === owner && (!only || isSame(session, only))),
    list(environment) {
      const sealed = new Set(kept?.owners());
      return [...new Set([...sessions.keys(), ...sealed])].flatMap((owner) => {
        const session = environmentOfOwner(owner) === environment ? find(owner) : undefined;
        if (!session) return [];
        const { openedAt, expiresAt } = session;
        return [{ openedAt, expiresAt, kept: sealed.has(owner) ? 'vault' : 'memory' } as const];
      });
    },
    forgetEnvironment: (environment) => forgetWhere((owner) => environmentOfOwner(owner) === environment),
  };
}

type Values = Pick<OpenSession, 'values'>;

function isSame({ values }: Values, other: Values): boolean {
  return JSON.stringify(values) === JSON.stringify(other.values);
}
