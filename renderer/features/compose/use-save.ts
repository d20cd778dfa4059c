import { useCallback } from 'react';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import type { HostClient } from '../../app/host-client.ts';
import type { SavedRequest } from '../../../shared/model/workspace.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { activeCallOf, activeOriginOf, compose, useCompose } from './compose-store.ts';
import { originOf } from './drafts.ts';
import { treeDialog } from './collection/tree-dialog-store.ts';

/** Saves the open request into its file; one that has none is asked for a title and a folder first. */
export function useSave(): () => Promise<void> {
  const host = useHost();
  const say = useBilingual();
  return useCallback(async () => {
    const { activeId: id, changedIds } = useCompose.getState();
    const call = activeCallOf(useCompose.getState());
    const origin = activeOriginOf(useCompose.getState());
    if (id === undefined || !call || !origin) return;
    if (!origin.file) {
      treeDialog.show({ kind: 'saveAs', id });
      return;
    }
    if (!changedIds.has(id)) return;
    try {
      const saved = await host.workspace.saveRequest.mutate({
        id,
        call,
        ...(origin.base !== undefined && { base: origin.base }),
      });
      takeSaved(id, saved);
    } catch (error) {
      const failure = failureFrom(error);
      // Both contents are shown beside each other by the notice that a conflict brings.
      if (failure.code === 'request.changedOnDisk') await showDisk(host, id);
      else notices.show({ text: say(failure.text) });
    }
  }, [host, say]);
}

/** The request goes on as what now stands in its file. */
export function takeSaved(id: string, saved: SavedRequest): void {
  compose.saved(id, { newId: saved.id, origin: originOf(saved), call: saved.call });
}

async function showDisk(host: HostClient, id: string): Promise<void> {
  const origin = useCompose.getState().origins[id];
  if (!origin) return;
  const saved = await host.workspace.request.query(id);
  compose.setOrigin(id, { origin: originOf(saved, origin.base ?? '') });
}
