import type { DragEvent } from 'react';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { type DropPart, dropPlace, type TreePlace } from './tree-places.ts';
import { treeState, useTreeState } from './tree-state.ts';
import type { TreeRow } from './tree-rows.ts';

const dragged = 'application/x-hufu-tree';

interface DragOptions {
  readonly row: TreeRow;
  readonly name: string;
  readonly workspace: Workspace;
  readonly onDrop: (names: readonly string[], place: TreePlace) => Promise<void>;
}

/** A row that is dragged, and dropped upon. What may not be dropped there shows no place for it. */
export function dragProperties({ row, name, workspace, onDrop }: DragOptions) {
  const placeFor = (part: DropPart) =>
    dropPlace(workspace, { over: name, part, moving: useTreeState.getState().moving });
  return {
    draggable: true,
    onDragStart(event: DragEvent): void {
      event.dataTransfer.setData(dragged, name);
      event.dataTransfer.effectAllowed = 'move';
      treeState.drag(name);
    },
    onDragOver(event: DragEvent<HTMLElement>): void {
      if (useTreeState.getState().moving.length === 0) return;
      const part = partAt(event, row);
      if (!placeFor(part)) {
        treeState.over(undefined);
        return;
      }
      event.preventDefault();
      treeState.over({ over: name, part });
    },
    onDrop(event: DragEvent<HTMLElement>): void {
      const { moving } = useTreeState.getState();
      const place = moving.length === 0 ? undefined : placeFor(partAt(event, row));
      treeState.endDrag();
      if (!place) return;
      event.preventDefault();
      void onDrop(moving, place);
    },
    onDragEnd: treeState.endDrag,
  };
}

/** The edges of a folder stand for its neighbours, what is between for the folder. */
function partAt(event: DragEvent<HTMLElement>, row: TreeRow): DropPart {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const at = (event.clientY - top) / height;
  if (row.type !== 'folder') return at < 0.5 ? 'before' : 'after';
  return at < 0.25 ? 'before' : at > 0.75 && !row.isOpen ? 'after' : 'into';
}
