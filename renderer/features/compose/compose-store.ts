import { create } from 'zustand';
import type { Call } from '../../../shared/model/call.ts';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';

/** A call that is on its way. */
export interface Sending {
  readonly requestId: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly startedAt: number;
  readonly cancel: () => void;
}

/** Why the last attempt to send came to nothing; `cancelled`: by the user. */
export type NotSent = HufuErrorDetail | 'cancelled';

export interface ComposeState {
  readonly activeId: string | undefined;
  /** Working copies of the requests that were opened, by request id. */
  readonly calls: Readonly<Record<string, Call>>;
  /** Requests with a draft, those included that were not opened since the start. */
  readonly changedIds: ReadonlySet<string>;
  /** Counts what may change a preview, so that one can be named without hashing its input. */
  readonly revision: number;
  readonly sending: Sending | undefined;
  readonly notSent: NotSent | undefined;
  /** Id of the call record on show in the result area. */
  readonly shownCall: string | undefined;
  readonly keysShown: boolean;
  readonly draftFailure: HufuErrorDetail | undefined;
}

export const useCompose = create<ComposeState>()(() => ({
  activeId: undefined,
  calls: {},
  changedIds: new Set(),
  revision: 0,
  sending: undefined,
  notSent: undefined,
  shownCall: undefined,
  keysShown: false,
  draftFailure: undefined,
}));

const { setState, getState } = useCompose;

/** What the screen does to its state. A working copy that is there already is never replaced by opening. */
export const compose = {
  open(id: string, call: Call): void {
    setState(({ calls, revision }) => ({
      activeId: id,
      notSent: undefined,
      calls: calls[id] ? calls : { ...calls, [id]: call },
      revision: revision + 1,
    }));
  },

  change(update: (call: Call) => Call): void {
    setState(({ activeId, calls, revision }) => {
      const call = activeId === undefined ? undefined : calls[activeId];
      if (activeId === undefined || !call) return {};
      const changed = update(call);
      // What kept the call from being sent may be what was just changed.
      return changed === call
        ? {}
        : { calls: { ...calls, [activeId]: changed }, revision: revision + 1, notSent: undefined };
    });
  },

  markChanged(id: string, changed: boolean): void {
    setState(({ changedIds }) => {
      if (changedIds.has(id) === changed) return {};
      const ids = new Set(changedIds);
      if (changed) ids.add(id);
      else ids.delete(id);
      return { changedIds: ids };
    });
  },

  restoreChanged(ids: readonly string[]): void {
    setState({ changedIds: new Set(ids) });
  },

  /** Something besides the call changed what a preview shows: a key, a serial. */
  outdatePreview(): void {
    setState(({ revision }) => ({ revision: revision + 1 }));
  },

  beginSending(sending: Sending): void {
    setState({ sending, notSent: undefined });
  },

  endSending(outcome: { readonly shownCall: string } | { readonly notSent: NotSent }): void {
    setState({ sending: undefined, ...outcome });
  },

  show(shownCall: string): void {
    setState({ shownCall });
  },

  dismissNotSent(): void {
    setState({ notSent: undefined });
  },

  showKeys(keysShown: boolean): void {
    setState({ keysShown });
  },

  draftsFailed(draftFailure: HufuErrorDetail | undefined): void {
    setState({ draftFailure });
  },

  activeCall(): Call | undefined {
    return activeCallOf(getState());
  },
};

export function activeCallOf({ activeId, calls }: ComposeState): Call | undefined {
  return activeId === undefined ? undefined : calls[activeId];
}
