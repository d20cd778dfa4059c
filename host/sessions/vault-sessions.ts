import { z } from 'zod';
import { HufuError } from '../../shared/hufu-error.ts';
import type { Vault, VaultEntries } from '../vault/vault.ts';
import type { OpenSession } from './session-call.ts';

/** Sessions that outlive the program: sealed in the vault, and there only while it is open. */
export interface VaultSessions {
  isOpen(): boolean;
  /** Of those that have not expired. None while the vault is locked. */
  owners(): readonly string[];
  /** One that has not expired. Undefined while the vault is locked. */
  read(owner: string): OpenSession | undefined;
  /** What cannot be written is a session of this program alone: a call does not fail for it. */
  write(owner: string, session: OpenSession): void;
  /** `isGone` is asked of each. */
  forget(isGone: (owner: string, session: Pick<OpenSession, 'values'>) => boolean): void;
}

/** One entry for all: the file says in clear that there are sessions, and nothing of them. */
const entryName = 'sessions';

const sessionSchema = z.object({
  values: z.record(z.string(), z.string()),
  openedAt: z.number(),
  expiresAt: z.number(),
});
type Sessions = Readonly<Record<string, z.infer<typeof sessionSchema>>>;

interface VaultSessionsOptions {
  readonly vault: Pick<Vault, 'state' | 'read' | 'update'>;
  /** Called before the vault is looked into: its time may be over. */
  readonly onLook: () => void;
  readonly now?: () => number;
}

export function createVaultSessions({ vault, onLook, now = Date.now }: VaultSessionsOptions): VaultSessions {
  function isOpen(): boolean {
    onLook();
    return vault.state().state === 'open';
  }

  const alive = (sessions: Sessions): Sessions =>
    Object.fromEntries(Object.entries(sessions).filter(([, { expiresAt }]) => expiresAt > now()));

  function change(work: (sessions: Sessions) => Sessions): void {
    if (!isOpen()) return;
    try {
      vault.update((entries) => {
        const before = readFrom(entries);
        const after = alive(work(before));
        if (Object.keys(after).length > 0) entries.write(entryName, after);
        else if (Object.keys(before).length > 0) entries.remove(entryName);
      });
    } catch (error) {
      if (!(error instanceof HufuError)) throw error;
    }
  }

  return {
    isOpen,
    owners: () => (isOpen() ? Object.keys(alive(readFrom(vault))) : []),
    read(owner) {
      if (!isOpen()) return undefined;
      const all = readFrom(vault);
      const found = alive(all);
      // A token that is of no use any more is not kept either.
      if (Object.keys(found).length < Object.keys(all).length) change(alive);
      const session = Object.hasOwn(found, owner) ? found[owner] : undefined;
      return session && { ...session, isKept: true };
    },
    write: (owner, { values, openedAt, expiresAt }) =>
      change((sessions) => ({ ...sessions, [owner]: { values, openedAt, expiresAt } })),
    forget(isGone) {
      const hasAny = isOpen() && Object.entries(readFrom(vault)).some(([owner, session]) => isGone(owner, session));
      if (!hasAny) return;
      change((sessions) =>
        Object.fromEntries(Object.entries(sessions).filter(([owner, session]) => !isGone(owner, session))),
      );
    },
  };
}

/** What a newer program wrote in another form is none of ours to use. */
function readFrom(entries: Pick<VaultEntries, 'read'>): Sessions {
  const all = z.record(z.string(), z.unknown()).safeParse(entries.read(entryName)).data ?? {};
  return Object.fromEntries(
    Object.entries(all).flatMap(([owner, one]) => {
      const session = sessionSchema.safeParse(one).data;
      return session ? [[owner, session]] : [];
    }),
  );
}
