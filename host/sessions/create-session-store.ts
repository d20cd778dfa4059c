import type { OpenSession } from './session-call.ts';

/** Sessions by environment, in memory: they end with the program. */
export interface SessionStore {
  /** One that lives at least a moment longer. */
  find(environment: string): OpenSession | undefined;
  /** The session there is, else what `open` gives; several who ask at once open one. `not`: one that was refused. */
  ensure(environment: string, open: () => Promise<OpenSession>, not?: OpenSession): Promise<OpenSession>;
  forget(environment: string): void;
}

/** A session that ends while the call is on its way is as good as ended. */
const marginMilliseconds = 10_000;

export function createSessionStore({ now = Date.now }: { readonly now?: () => number } = {}): SessionStore {
  const sessions = new Map<string, OpenSession>();
  const opening = new Map<string, Promise<OpenSession>>();

  function find(environment: string): OpenSession | undefined {
    const session = sessions.get(environment);
    // A short one is used for half of its life at least.
    const margin = session && Math.min(marginMilliseconds, (session.expiresAt - session.openedAt) / 2);
    return session && margin !== undefined && session.expiresAt - margin > now() ? session : undefined;
  }

  return {
    find,
    async ensure(environment, open, not) {
      const known = find(environment);
      if (known && known !== not) return known;
      const waiting = opening.get(environment);
      if (waiting) return waiting;
      const promise = open()
        .then((session) => {
          sessions.set(environment, session);
          return session;
        })
        .finally(() => opening.delete(environment));
      opening.set(environment, promise);
      return promise;
    },
    forget: (environment) => void sessions.delete(environment),
  };
}
