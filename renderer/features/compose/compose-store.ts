import { create } from 'zustand';
import type { Bilingual } from '../../../shared/bilingual.ts';
import type { Call } from '../../../shared/model/call.ts';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import type { BrokenFile } from '../../../shared/model/workspace.ts';
import { closeTabs, keepTab, moveTab, nextInFront, noTabs, openTab, renameTab, type Tabs } from './tabs/tab-order.ts';

/** A call that is on its way. */
export interface Sending {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly startedAt: number;
  readonly cancel: () => void;
}

/** Why the last attempt to send came to nothing; `cancelled`: by the user. */
export type NotSent = HufuErrorDetail | 'cancelled';

/** The sending of a request, and what came of it. */
export interface Attempt {
  readonly sending?: Sending | undefined;
  readonly notSent?: NotSent | undefined;
  /** Id of the call record on show in the result area. */
  readonly shownCall?: string | undefined;
}

const noAttempt: Attempt = {};

/** What stands behind a working copy. */
export interface Origin {
  readonly title: Bilingual;
  /** `RequestFolder.path`, for the variables. */
  readonly folder: string;
  /** The request's file as it was last seen; undefined when there is none (any more). */
  readonly file: { readonly call: Call; readonly digest: string } | undefined;
  /** Digest of the file that the working copy was made from. */
  readonly base: string | undefined;
}

export interface ComposeState {
  readonly activeId: string | undefined;
  readonly tabs: Tabs;
  /** Whether the tabs of the last time stand again. */
  readonly isRestored: boolean;
  /** Working copies of the requests that were opened, by request id. */
  readonly calls: Readonly<Record<string, Call>>;
  readonly origins: Readonly<Record<string, Origin>>;
  /** Requests that are in no file: never saved, or gone from the disk while they had changes. */
  readonly unsaved: readonly string[];
  /** A file that cannot be read, on show in place of a request. */
  readonly broken: BrokenFile | undefined;
  /** Requests with a draft, those included that were not opened since the start. */
  readonly changedIds: ReadonlySet<string>;
  /** Counts what may change a preview, so that one can be named without hashing its input. */
  readonly revision: number;
  /** By request id. */
  readonly attempts: Readonly<Record<string, Attempt>>;
  readonly keysShown: boolean;
  readonly draftFailure: HufuErrorDetail | undefined;
  /** Whether something that was typed has not reached the disk yet. */
  readonly draftsWaiting: boolean;
}

export const useCompose = create<ComposeState>()(() => ({
  activeId: undefined,
  tabs: noTabs,
  isRestored: false,
  calls: {},
  origins: {},
  unsaved: [],
  broken: undefined,
  changedIds: new Set(),
  revision: 0,
  attempts: {},
  keysShown: false,
  draftFailure: undefined,
  draftsWaiting: false,
}));

const { setState, getState } = useCompose;

/** What the screen does to its state. A working copy that is there already is never replaced by opening. */
export const compose = {
  open(
    id: string,
    { call, origin, isGlance = false }: { readonly call: Call; readonly origin: Origin; readonly isGlance?: boolean },
  ): void {
    setState(({ activeId, tabs, calls, origins, unsaved, changedIds, revision }) => ({
      activeId: id,
      // With changes of its own it is no mere glance.
      tabs: openTab(tabs, id, {
        after: activeId,
        isGlance: isGlance && origin.file !== undefined && !changedIds.has(id),
      }),
      broken: undefined,
      calls: calls[id] ? calls : { ...calls, [id]: call },
      origins: origins[id] ? origins : { ...origins, [id]: origin },
      unsaved: origin.file || unsaved.includes(id) ? unsaved : [...unsaved, id],
      revision: revision + 1,
    }));
  },

  /** Brings a request to the front that was opened before. */
  activate(id: string, { isGlance = false }: { readonly isGlance?: boolean } = {}): void {
    setState(({ activeId, tabs, changedIds, revision }) => ({
      activeId: id,
      tabs: openTab(tabs, id, { after: activeId, isGlance: isGlance && !changedIds.has(id) }),
      broken: undefined,
      revision: revision + 1,
    }));
  },

  /** The tabs as they stood the last time; nothing of them is read before it comes to the front. */
  restoreTabs(ids: readonly string[]): void {
    setState(({ tabs }) => ({ tabs: { ...tabs, ids: [...new Set([...ids, ...tabs.ids])] } }));
  },

  restored(): void {
    setState({ isRestored: true });
  },

  /**
   * Takes tabs off the screen; what was changed in them stays as their drafts. The caller brings the returned request to the
   * front: it may not have been read yet.
   */
  closeTabs(closing: readonly string[]): string | undefined {
    const { activeId, tabs } = getState();
    const next = activeId !== undefined && closing.includes(activeId) ? nextInFront(tabs, activeId, closing) : activeId;
    setState(({ tabs: before, calls, origins, unsaved, changedIds, revision }) => {
      const dropped = closing.filter((id) => !changedIds.has(id) && !unsaved.includes(id));
      return {
        activeId: next === undefined || calls[next] ? next : undefined,
        tabs: closeTabs(before, closing),
        calls: without(calls, ...dropped),
        origins: without(origins, ...dropped),
        revision: revision + 1,
      };
    });
    return next;
  },

  /** Tabs whose requests are gone before they were read. */
  dropTabs(gone: readonly string[]): void {
    if (gone.length === 0) return;
    setState(({ tabs }) => {
      const { ids, glance, closed } = closeTabs(tabs, gone);
      return { tabs: { ids, glance, closed: closed.filter((id) => !gone.includes(id)) } };
    });
  },

  keepTab(id: string): void {
    setState(({ tabs }) => ({ tabs: keepTab(tabs, id) }));
  },

  moveTab(id: string, before: string | undefined): void {
    setState(({ tabs }) => ({ tabs: moveTab(tabs, id, before) }));
  },

  showBroken(broken: BrokenFile): void {
    setState({ broken });
  },

  /** What is known of a request's file or place changed; its working copy stays unless one is given. */
  setOrigin(id: string, { origin, call }: { readonly origin: Origin; readonly call?: Call }): void {
    setState(({ origins, calls, unsaved, revision }) => ({
      origins: { ...origins, [id]: origin },
      unsaved: origin.file ? unsaved.filter((one) => one !== id) : [...new Set([...unsaved, id])],
      ...(call && { calls: { ...calls, [id]: call } }),
      revision: revision + 1,
    }));
  },

  /** A request that got its first file, or an id of its own, goes on under the new id. */
  saved(
    id: string,
    { newId, origin, call }: { readonly newId: string; readonly origin: Origin; readonly call: Call },
  ): void {
    setState(({ activeId, tabs, attempts, calls, origins, unsaved, changedIds, revision }) => ({
      activeId: activeId === id ? newId : activeId,
      tabs: renameTab(tabs, id, newId),
      attempts: { ...without(attempts, id), [newId]: attempts[id] ?? noAttempt },
      // What was typed while the file was being written is not in it.
      calls: { ...without(calls, id), [newId]: calls[id] ?? call },
      origins: { ...without(origins, id), [newId]: origin },
      unsaved: unsaved.filter((one) => one !== id),
      changedIds: new Set([...changedIds].filter((one) => one !== id)),
      revision: revision + 1,
    }));
  },

  /** Takes a request off the screen; its draft is another matter. */
  forget(id: string): void {
    setState(({ activeId, tabs, attempts, calls, origins, unsaved, changedIds }) => ({
      activeId: activeId === id ? undefined : activeId,
      tabs: { ...closeTabs(tabs, [id]), closed: tabs.closed.filter((one) => one !== id) },
      attempts: without(attempts, id),
      calls: without(calls, id),
      origins: without(origins, id),
      unsaved: unsaved.filter((one) => one !== id),
      changedIds: new Set([...changedIds].filter((one) => one !== id)),
    }));
  },

  /** Unsaved requests that were found among the drafts, with what is known of them. */
  restoreUnsaved(found: readonly { readonly id: string; readonly origin: Origin; readonly call: Call }[]): void {
    setState(({ calls, origins, unsaved }) => ({
      calls: { ...Object.fromEntries(found.map(({ id, call }) => [id, call])), ...calls },
      origins: { ...Object.fromEntries(found.map(({ id, origin }) => [id, origin])), ...origins },
      unsaved: [...new Set([...unsaved, ...found.map(({ id }) => id)])],
    }));
  },

  change(update: (call: Call) => Call): void {
    setState(({ activeId, tabs, attempts, calls, revision }) => {
      const call = activeId === undefined ? undefined : calls[activeId];
      if (activeId === undefined || !call) return {};
      const changed = update(call);
      if (changed === call) return {};
      return {
        calls: { ...calls, [activeId]: changed },
        tabs: keepTab(tabs, activeId),
        revision: revision + 1,
        // What kept the call from being sent may be what was just changed.
        ...(attempts[activeId]?.notSent && { attempts: withAttempt(attempts, activeId, { notSent: undefined }) }),
      };
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

  beginSending(id: string, sending: Sending): void {
    setState(({ attempts }) => ({ attempts: withAttempt(attempts, id, { sending, notSent: undefined }) }));
  },

  endSending(id: string, outcome: { readonly shownCall: string } | { readonly notSent: NotSent }): void {
    setState(({ attempts }) => ({ attempts: withAttempt(attempts, id, { sending: undefined, ...outcome }) }));
  },

  /** Shows a call beside the request in front. */
  show(shownCall: string): void {
    setState(({ activeId, attempts }) =>
      activeId === undefined ? {} : { attempts: withAttempt(attempts, activeId, { shownCall }) },
    );
  },

  dismissNotSent(): void {
    setState(({ activeId, attempts }) =>
      activeId === undefined ? {} : { attempts: withAttempt(attempts, activeId, { notSent: undefined }) },
    );
  },

  showKeys(keysShown: boolean): void {
    setState({ keysShown });
  },

  draftsWait(draftsWaiting: boolean): void {
    if (getState().draftsWaiting !== draftsWaiting) setState({ draftsWaiting });
  },

  draftsFailed(draftFailure: HufuErrorDetail | undefined): void {
    setState({ draftFailure });
  },

  /** Where the open call belongs: for its variables and its history. */
  activePlace(): { readonly folder: string; readonly requestId?: string } {
    const { activeId, origins } = getState();
    if (activeId === undefined) return { folder: '' };
    return { folder: origins[activeId]?.folder ?? '', requestId: activeId };
  },

  activeCall(): Call | undefined {
    return activeCallOf(getState());
  },
};

export function activeCallOf({ activeId, calls }: ComposeState): Call | undefined {
  return activeId === undefined ? undefined : calls[activeId];
}

export function activeOriginOf({ activeId, origins }: ComposeState): Origin | undefined {
  return activeId === undefined ? undefined : origins[activeId];
}

/** Of the request in front. */
export function activeAttemptOf({ activeId, attempts }: ComposeState): Attempt {
  return (activeId === undefined ? undefined : attempts[activeId]) ?? noAttempt;
}

function withAttempt(attempts: ComposeState['attempts'], id: string, change: Attempt): ComposeState['attempts'] {
  return { ...attempts, [id]: { ...attempts[id], ...change } };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  ...names: readonly string[]
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
