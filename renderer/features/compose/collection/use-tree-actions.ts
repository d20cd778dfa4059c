import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import { queryKeys } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { notices } from '../../../ui/notice-store.ts';
import { compose, useCompose } from '../compose-store.ts';
import { openRequest, openUnsaved, removeHere } from '../drafts.ts';
import { requestsOf } from '../workspace-requests.ts';
import { treeDialog } from './tree-dialog-store.ts';
import { siblingsOf } from './tree-places.ts';
import type { TreeRow } from './tree-rows.ts';

interface TreeActions {
  readonly items: readonly {
    readonly key: string;
    readonly label: string;
    readonly danger?: boolean;
    readonly disabled?: boolean;
  }[];
  readonly run: (action: string) => void;
}

/** What can be done with a row, by name. What cannot be done says so in a notice; nothing asks "are you sure". */
export function useTreeActions(row: TreeRow, workspace: Workspace): TreeActions {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();

  async function tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: queryKeys.workspace });
    } catch (error) {
      notices.show({ text: say(failureFrom(error).text) });
    }
  }

  function removed(title: string, removal: string): void {
    const restore = () => void tried(() => host.workspace.restore.mutate(removal));
    notices.show({ text: t('workspace.removed', { title }), action: { label: t('workspace.undo'), run: restore } });
  }

  /** In front of the child before it, or behind the one after it. */
  async function step(child: string, direction: 'up' | 'down'): Promise<void> {
    const siblings = siblingsOf(workspace, child);
    const at = siblings.keys.indexOf(child);
    const to = direction === 'up' ? at - 1 : at + 2;
    if (to < 0 || (direction === 'down' && at === siblings.keys.length - 1)) return;
    const before = siblings.keys[to];
    const place = { folder: siblings.folder, ...(before !== undefined && { before }) };
    if (row.type === 'folder') await host.workspace.moveFolder.mutate({ path: child, ...place });
    else await host.workspace.moveRequest.mutate({ id: child, ...place });
  }

  if (row.type === 'broken') return { items: [], run: () => undefined };
  if (row.type === 'unsaved') {
    const actions: Readonly<Record<string, () => void>> = {
      save: () => treeDialog.show({ kind: 'saveAs', id: row.id }),
      remove: () => {
        const { calls, origins } = useCompose.getState();
        const [call, origin] = [calls[row.id], origins[row.id]];
        compose.forget(row.id);
        const undo = () => {
          if (call && origin) openUnsaved({ call, title: origin.title, folder: origin.folder });
        };
        notices.show({
          text: t('workspace.removed', { title: say(row.title) }),
          action: { label: t('workspace.undo'), run: undo },
        });
      },
    };
    return {
      items: [
        { key: 'save', label: t('workspace.saveAs') },
        { key: 'remove', label: t('workspace.remove'), danger: true },
      ],
      run: (action) => actions[action]?.(),
    };
  }
  const folderActions: Readonly<Record<string, () => void>> =
    row.type !== 'folder'
      ? {}
      : {
          run: () => treeDialog.show({ kind: 'run', path: row.folder.path }),
          newRequest: () => treeDialog.show({ kind: 'newRequest', folder: row.folder.path }),
          newFolder: () => treeDialog.show({ kind: 'newFolder', folder: row.folder.path }),
          rename: () => treeDialog.show({ kind: 'renameFolder', path: row.folder.path }),
          variables: () => treeDialog.show({ kind: 'variables', path: row.folder.path }),
          up: () => void tried(() => step(row.folder.path, 'up')),
          down: () => void tried(() => step(row.folder.path, 'down')),
          move: () => treeDialog.show({ kind: 'moveFolder', path: row.folder.path }),
          remove: () =>
            void tried(async () => {
              const ids = requestsOf({ root: row.folder }).map(({ id }) => id);
              const { removal } = await removeHere(ids, () => host.workspace.removeFolder.mutate(row.folder.path));
              removed(say(row.folder.title), removal);
            }),
        };
  const requestActions: Readonly<Record<string, () => void>> =
    row.type !== 'request'
      ? {}
      : {
          rename: () => treeDialog.show({ kind: 'renameRequest', id: row.request.id }),
          duplicate: () =>
            void tried(async () => {
              const { id } = await host.workspace.duplicateRequest.mutate(row.request.id);
              await openRequest(host, id);
            }),
          saveAs: () => treeDialog.show({ kind: 'saveAs', id: row.request.id }),
          up: () => void tried(() => step(row.request.id, 'up')),
          down: () => void tried(() => step(row.request.id, 'down')),
          move: () => treeDialog.show({ kind: 'moveRequest', id: row.request.id }),
          remove: () =>
            void tried(async () => {
              const { id } = row.request;
              const { removal } = await removeHere([id], () => host.workspace.removeRequest.mutate(id));
              removed(say(row.request.title), removal);
            }),
        };
  const actions = row.type === 'folder' ? folderActions : requestActions;
  return {
    items: Object.keys(actions).map((key) => ({
      key,
      label: t(`workspace.${key as 'rename'}`),
      ...(key === 'remove' && { danger: true }),
    })),
    run: (action) => actions[action]?.(),
  };
}
