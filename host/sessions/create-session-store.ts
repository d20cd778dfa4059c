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
  /** The session there is, else what `open` gives; several who ask at once open one. `not`: one that was refused. */
  ensure(owner: string, open: () => Promise<OpenSession>, not?: OpenSession): Promise<OpenSession>;
  forget(owner: string): void;
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

  function forgetWhere(isGone: (owner: string) => boolean): void {
    for (const owner of sessions.keys()) if (isGone(owner)) sessions.delete(owner);
    kept?.forget(isGone);
  }

  return {
    find,
    async ensure(owner, open, not) {
      const known = find(owner);
      if (known && !isSame(known, not)) return known;
      const waiting = opening.get(owner);
      if (waiting) return waiting;
      // What was refused here may have been renewed by another program meanwhile.
      const renewed = not && kept?.read(owner);
      if (renewed && !isSame(renewed, not)) {
        sessions.set(owner, renewed);
        return renewed;
      }
      const promise = open()
        .then((session) => {
          sessions.set(owner, session);
          if (session.isKept) kept?.write(owner, session);
          return session;
        })
        .finally(() => opening.delete(owner));
      opening.set(owner, promise);
      return promise;
    },
    forget: (owner) => forgetWhere((one) => one === owner),
    list: (environment) =>
      [...new Set([...sessions.keys(), ...(kept?.owners() ?? [])])].flatMap((owner) => {
        const session = environmentOfOwner(owner) === environment ? find(owner) : undefined;
        if (!session) return [];
        const { openedAt, expiresAt, isKept = false } = session;
        return [{ openedAt, expiresAt, kept: isKept ? 'vault' : 'memory' } as const];
      }),
    forgetEnvironment: (environment) => forgetWhere((owner) => environmentOfOwner(owner) === environment),
  };
}

function isSame({ values }: OpenSession, other: OpenSession | undefined): boolean {
  return other !== undefined && JSON.stringify(values) === JSON.stringify(other.values);
}
