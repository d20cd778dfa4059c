import { useEffect } from 'react';
import type { CallRecord } from '../../../shared/model/call-record.ts';
import type { Call } from '../../../shared/model/call.ts';
import { platformDraftPrefix, unsavedPrefix } from '../../../shared/model/draft.ts';
import type { RequestSummary, SavedRequest, Workspace } from '../../../shared/model/workspace.ts';
import { failureFrom } from '../../app/host-failure.ts';
import type { HostClient } from '../../app/host-client.ts';
import { useHost } from '../../app/host-context.ts';
import { sameCall } from './call-changes.ts';
import { compose, useCompose, type ComposeState, type Origin } from './compose-store.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import { readDraft, writeDraft } from './draft.ts';
import { readSavedScreen, savedScreenId, writeSavedScreen } from './saved-screen.ts';
import { folderOfFile, requestsOf } from './workspace-requests.ts';

/** Counts what the user asked to open, so that an older answer cannot take the screen back. */
let wishes = 0;

/** What was asked for last, until it is in front. */
let opening: Promise<void> = Promise.resolve();

/** Resolves once the request that was asked for last is in front: what is done next is meant for it. */
export async function inFront(): Promise<void> {
  await opening.catch(() => undefined);
}

/** Shows a request: its working copy, else its draft, else as it is saved. A glance is replaced by the next one. */
export function openRequest(
  host: HostClient,
  id: string,
  options: { readonly isGlance?: boolean } = {},
): Promise<void> {
  opening = readAndOpen(host, id, options);
  return opening;
}

async function readAndOpen(
  host: HostClient,
  id: string,
  { isGlance = false }: { readonly isGlance?: boolean },
): Promise<void> {
  wishes += 1;
  const wish = wishes;
  if (useCompose.getState().calls[id]) {
    compose.activate(id, { isGlance });
    return;
  }
  const [saved, content] = await Promise.all([host.workspace.request.query(id), host.draft.query(id)]);
  if (wish !== wishes) return;
  const draft = content === null ? undefined : readDraft(content);
  compose.open(id, { call: draft?.call ?? saved.call, origin: originOf(saved, draft?.base), isGlance });
}

export function originOf({ title, path, call, digest }: SavedRequest, base = digest): Origin {
  return { title, folder: folderOfFile(path), file: { call, digest }, base };
}

/** Restores what was on the screen when the program ended: unsaved requests, which have changes, the tabs, the one in front. */
export async function restoreScreen(host: HostClient, workspace: Workspace): Promise<void> {
  const requests = new Set(requestsOf(workspace).map(({ id }) => id));
  const before = wishes;
  const [screen, drafts] = await Promise.all([host.draft.query(savedScreenId), host.drafts.query()]);
  const { activeId, tabs } = readSavedScreen(screen);
  const ids = drafts.map(({ id }) => id).filter((id) => id !== savedScreenId && !id.startsWith(platformDraftPrefix));
  compose.restoreChanged(ids.filter((id) => requests.has(id)));
  const lost = ids.filter((id) => !requests.has(id));
  const found = await Promise.all(lost.map((id) => readUnsaved(host, id)));
  compose.restoreUnsaved(found.filter((one) => one !== undefined));
  const isThere = (id: string): boolean => requests.has(id) || useCompose.getState().calls[id] !== undefined;
  if (tabs) compose.restoreTabs(tabs.filter(isThere));
  if (wishes === before) {
    const other = tabs ? useCompose.getState().tabs.ids[0] : requestsOf(workspace)[0]?.id;
    const first = activeId !== undefined && isThere(activeId) ? activeId : other;
    if (first !== undefined) await openRequest(host, first);
  }
  compose.restored();
}

/** Closes tabs and brings the nearest of the others to the front. */
export async function closeRequests(host: HostClient, ids: readonly string[]): Promise<void> {
  wishes += 1;
  const next = compose.closeTabs(ids);
  if (next !== undefined && next !== useCompose.getState().activeId) await openRequest(host, next);
}

/** A request in no file: from its draft alone. */
async function readUnsaved(host: HostClient, id: string) {
  const content = await host.draft.query(id);
  const draft = content === null ? undefined : readDraft(content);
  if (!draft) return undefined;
  const title = draft.title ?? id;
  const origin: Origin = {
    title: { zh: title, en: title },
    folder: draft.folder ?? '',
    file: undefined,
    base: undefined,
  };
  return { id, call: draft.call, origin };
}

/** A new request in no file, opened. It is a draft from its first moment on. */
export function openUnsaved({
  call,
  title,
  folder,
}: {
  readonly call: Call;
  readonly title: Origin['title'];
  readonly folder: string;
}): void {
  wishes += 1;
  const id = `${unsavedPrefix}${crypto.randomUUID()}`;
  compose.open(id, { call, origin: { title, folder, file: undefined, base: undefined } });
}

/** A call of the history as a new request, every value as it was sent. */
export function openFromHistory({ call, title }: CallRecord): void {
  openUnsaved({ call, title, folder: '' });
}

/** Open requests that are being deleted on this screen: not lost, and whoever deletes them has the way back already. */
const removedHere = new Set<string>();

/** Deletes the files of these requests without their being told of as lost. */
export async function removeHere<Result>(ids: readonly string[], remove: () => Promise<Result>): Promise<Result> {
  const { origins } = useCompose.getState();
  const open = ids.filter((id) => origins[id]?.file);
  for (const id of open) removedHere.add(id);
  try {
    return await remove();
  } catch (error) {
    for (const id of open) removedHere.delete(id);
    throw error;
  }
}

export interface LostFile {
  readonly title: Origin['title'];
  /** Whether something was typed that is in no file now. */
  readonly isChanged: boolean;
}

/**
 * Follows the disk: what others changed of the requests that are open. Nothing that was typed is touched. `onLost` is told
 * when the file of the request on screen is gone, and was not deleted here.
 */
export async function followWorkspace(
  host: HostClient,
  { workspace, onLost }: { readonly workspace: Workspace; readonly onLost: (lost: LostFile) => void },
): Promise<void> {
  const requests = new Map(requestsOf(workspace).map((request) => [request.id, request]));
  const { tabs, origins } = useCompose.getState();
  compose.dropTabs(tabs.ids.filter((id) => !requests.has(id) && !origins[id]));
  for (const id of Object.keys(useCompose.getState().origins)) {
    const request = requests.get(id);
    const origin = useCompose.getState().origins[id];
    if (!origin) continue;
    if (!request) loseFile(id, { origin, onLost });
    else if (request.digest !== origin.file?.digest) await takeFile(host, request);
    else if (hasMoved(origin, request)) {
      compose.setOrigin(id, { origin: { ...origin, title: request.title, folder: folderOfFile(request.path) } });
    }
  }
}

function hasMoved({ title, folder }: Origin, request: RequestSummary): boolean {
  return folder !== folderOfFile(request.path) || title.zh !== request.title.zh || title.en !== request.title.en;
}

/** A file that is gone takes nothing along: with changes the request becomes an unsaved one. */
function loseFile(id: string, { origin, onLost }: { origin: Origin; onLost: (lost: LostFile) => void }): void {
  if (!origin.file) return;
  const { activeId, changedIds } = useCompose.getState();
  const isChanged = changedIds.has(id);
  const isLost = !removedHere.delete(id);
  if (isLost && id === activeId) onLost({ title: origin.title, isChanged });
  if (isChanged) compose.setOrigin(id, { origin: { ...origin, file: undefined, base: undefined } });
  else compose.forget(id);
}

/** A file with other content: shown at once where nothing was typed, a conflict otherwise. */
async function takeFile(host: HostClient, { id }: RequestSummary): Promise<void> {
  const saved = await host.workspace.request.query(id);
  const { origins, calls } = useCompose.getState();
  const origin = origins[id];
  const call = calls[id];
  if (!origin || !call) return;
  const isUntouched = origin.file !== undefined && sameCall(call, origin.file.call);
  const says = sameCall(call, saved.call);
  compose.setOrigin(id, {
    origin: originOf(saved, isUntouched || says ? saved.digest : (origin.base ?? '')),
    ...(isUntouched && { call: saved.call }),
  });
}

/** Whether the file was changed from outside while the working copy was changed here. */
export function isConflict(origin: Origin | undefined): boolean {
  return origin?.file !== undefined && origin.base !== origin.file.digest;
}

/** Saves every change of a working copy as one types; what is still waiting when the page goes is saved then. */
export function useDraftSaving(): void {
  const host = useHost();
  useEffect(() => {
    const saver = createDraftSaver({
      save: (id, content) =>
        content === undefined ? host.removeDraft.mutate(id) : host.saveDraft.mutate({ id, content }),
      // Megabytes are written as text twice for each saving.
      delayMilliseconds: () => ((compose.activeCall()?.body.length ?? 0) > 500_000 ? 1000 : 250),
      onSaved() {
        compose.draftsWait(false);
        compose.draftsFailed(undefined);
      },
      onFailed: (error) => compose.draftsFailed(failureFrom(error)),
    });
    const stopWatching = useCompose.subscribe((state, previous) => noteChanges(saver, { state, previous }));
    const flush = () => void saver.flush();
    const leave = () => saver.leave();
    // A large draft may not be sent along while the page goes; asking whether to leave gives it the time it needs.
    const holdBack = (event: BeforeUnloadEvent) => {
      const pending = saver.isPending();
      leave();
      if (pending && isLarge(compose.activeCall())) event.preventDefault();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', holdBack);
    document.addEventListener('visibilitychange', flush);
    return () => {
      stopWatching();
      flush();
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', holdBack);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [host]);
}

function noteChanges(saver: DraftSaver, { state, previous }: { state: ComposeState; previous: ComposeState }): void {
  if (state.calls !== previous.calls || state.origins !== previous.origins) {
    const ids = new Set([...Object.keys(state.calls), ...Object.keys(previous.calls)]);
    for (const id of ids) noteChange(saver, { id, state, previous });
  }
  const { activeId, tabs, changedIds } = state;
  const isOther = activeId !== previous.activeId || tabs !== previous.tabs || changedIds !== previous.changedIds;
  if (isOther && state.isRestored) {
    saver.changed(savedScreenId, () => writeSavedScreen({ activeId, tabs: tabs.ids, changedIds: [...changedIds] }));
  }
}

function noteChange(
  saver: DraftSaver,
  { id, state, previous }: { id: string; state: ComposeState; previous: ComposeState },
): void {
  const call = state.calls[id];
  const origin = state.origins[id];
  if (call === previous.calls[id] && origin === previous.origins[id]) return;
  if (!call || !origin) {
    // Saved under another id, or given up: the draft has done its work. One that was only opened had none.
    if (previous.changedIds.has(id) || previous.unsaved.includes(id)) saver.changed(id, () => undefined);
    return;
  }
  const changed = !origin.file || !sameCall(call, origin.file.call);
  const wasChanged = state.changedIds.has(id);
  // Opening what stands in a file is no change of it.
  if (!changed && !wasChanged && !previous.calls[id]) return;
  compose.markChanged(id, changed);
  compose.draftsWait(true);
  const { title, folder, base } = origin;
  saver.changed(id, () =>
    changed ? writeDraft({ call, title: title.zh, folder, ...(base !== undefined && { base }) }) : undefined,
  );
}

function isLarge(call: Call | undefined): boolean {
  return (call?.body.length ?? 0) > 10_000;
}
