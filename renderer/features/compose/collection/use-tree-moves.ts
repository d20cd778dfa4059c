import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import { queryKeys } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { notices } from '../../../ui/notice-store.ts';
import { removeHere } from '../drafts.ts';
import { foldersOf, requestsOf } from '../workspace-requests.ts';
import { outermost, placeOf, type TreePlace } from './tree-places.ts';
import { treeState } from './tree-state.ts';

interface TreeMoves {
  /** Requests and folders by their names, in the order of the tree. */
  readonly move: (names: readonly string[], place: TreePlace) => Promise<void>;
  readonly remove: (names: readonly string[]) => Promise<void>;
  readonly rename: (name: string, title: string) => Promise<void>;
}

/** What is done with several requests and folders at once; each comes with its way back. */
export function useTreeMoves(workspace: Workspace): TreeMoves {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();
  const isFolder = (name: string): boolean => foldersOf(workspace).some(({ path }) => path === name);

  async function tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      notices.show({ text: say(failureFrom(error).text) });
    }
    await queryClient.invalidateQueries({ queryKey: queryKeys.workspace });
  }

  /** The name that it has there: a folder's path is another one. */
  async function moveOne(name: string, place: TreePlace): Promise<string> {
    if (!isFolder(name)) return (await host.workspace.moveRequest.mutate({ id: name, ...place })).id;
    return (await host.workspace.moveFolder.mutate({ path: name, ...place })).path;
  }

  return {
    move: (names, place) =>
      tried(async () => {
        const moving = outermost(workspace, new Set(names));
        const back: { readonly name: string; readonly place: TreePlace }[] = [];
        for (const name of moving) {
          const before = placeOf(workspace, name);
          back.unshift({ name: await moveOne(name, place), place: before });
        }
        treeState.clear();
        notices.show({
          text: t('workspace.moved', { count: moving.length }),
          action: {
            label: t('workspace.undo'),
            // The last one first: what it stood in front of is there again when the one before it comes.
            run: () =>
              void tried(async () => {
                for (const one of back) await moveOne(one.name, one.place);
              }),
          },
        });
      }),
    remove: (names) =>
      tried(async () => {
        const gone = outermost(workspace, new Set(names));
        const removals: string[] = [];
        try {
          for (const name of gone) {
            const folder = foldersOf(workspace).find(({ path }) => path === name);
            const ids = folder ? requestsOf({ root: folder }).map(({ id }) => id) : [name];
            const { removal } = await removeHere(ids, () =>
              folder ? host.workspace.removeFolder.mutate(name) : host.workspace.removeRequest.mutate(name),
            );
            removals.unshift(removal);
          }
        } finally {
          treeState.clear();
          if (removals.length > 0) {
            notices.show({
              text: t('workspace.removedSeveral', { count: removals.length }),
              action: {
                label: t('workspace.undo'),
                run: () =>
                  void tried(async () => {
                    for (const removal of removals) await host.workspace.restore.mutate(removal);
                  }),
              },
            });
          }
        }
      }),
    rename: (name, title) =>
      tried(async () => {
        if (isFolder(name)) await host.workspace.describeFolder.mutate({ path: name, title });
        else await host.workspace.describeRequest.mutate({ id: name, title });
      }),
  };
}
