import { useEffect } from 'react';
import type { Call } from '../../../shared/model/call.ts';
import type { SavedRequest, Workspace } from '../../../shared/model/workspace.ts';
import { failureFrom } from '../../app/host-failure.ts';
import type { HostClient } from '../../app/host-client.ts';
import { useHost } from '../../app/host-context.ts';
import { sameCall } from './call-changes.ts';
import { compose, useCompose } from './compose-store.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import { readDraft, writeDraft } from './draft.ts';
import { readSavedScreen, savedScreenId, writeSavedScreen } from './saved-screen.ts';

export function requestsOf(workspace: Workspace): readonly SavedRequest[] {
  return workspace.folders.flatMap(({ requests }) => requests);
}

/** Counts what was asked to be opened: an answer that comes after a newer wish must not take the screen from it. */
let wishes = 0;

/** Shows a request: its working copy, else its draft, else as it is saved. */
export async function openRequest(host: HostClient, { id, call }: SavedRequest): Promise<void> {
  wishes += 1;
  const wish = wishes;
  if (useCompose.getState().calls[id]) {
    compose.open(id, call);
    return;
  }
  const content = await host.draft.query(id);
  if (wish !== wishes) return;
  const draft = content === null ? undefined : readDraft(content);
  compose.open(id, draft ?? call);
}

/** Restores what was on the screen when the program ended: the open request and its draft. */
export async function restoreScreen(host: HostClient, workspace: Workspace): Promise<void> {
  const requests = requestsOf(workspace);
  const before = wishes;
  const { activeId, changedIds } = readSavedScreen(await host.draft.query(savedScreenId));
  compose.restoreChanged(changedIds.filter((changed) => requests.some(({ id }) => id === changed)));
  const request = requests.find(({ id }) => id === activeId) ?? requests[0];
  if (request && wishes === before) await openRequest(host, request);
}

/** Saves every change of a working copy as one types; what is still waiting when the page goes is saved then. */
export function useDraftSaving(workspace: Workspace | undefined): void {
  const host = useHost();
  useEffect(() => {
    if (!workspace) return undefined;
    const saved = new Map(requestsOf(workspace).map(({ id, call }) => [id, call]));
    const saver = createDraftSaver({
      save: (id, content) =>
        content === undefined ? host.removeDraft.mutate(id) : host.saveDraft.mutate({ id, content }),
      delayMilliseconds: 250,
      onSaved: () => compose.draftsFailed(undefined),
      onFailed: (error) => compose.draftsFailed(failureFrom(error)),
    });
    const stopWatching = watchChanges(saver, saved);
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
  }, [host, workspace]);
}

function watchChanges(saver: DraftSaver, saved: ReadonlyMap<string, Call>): () => void {
  return useCompose.subscribe((state, previous) => {
    if (state.calls !== previous.calls) {
      for (const [id, call] of Object.entries(state.calls)) {
        const before = previous.calls[id];
        if (before === undefined || before === call) continue;
        const original = saved.get(id);
        const changed = !original || !sameCall(call, original);
        compose.markChanged(id, changed);
        saver.changed(id, () => (changed ? writeDraft(call) : undefined));
      }
    }
    if (state.activeId !== previous.activeId || state.changedIds !== previous.changedIds) {
      const { activeId, changedIds } = state;
      saver.changed(savedScreenId, () => writeSavedScreen({ activeId, changedIds: [...changedIds] }));
    }
  });
}

function isLarge(call: Call | undefined): boolean {
  return (call?.body.length ?? 0) > 10_000;
}
