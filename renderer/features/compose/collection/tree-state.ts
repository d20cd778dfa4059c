import { create } from 'zustand';
import type { DropPart } from './tree-places.ts';

/** What is being done with the tree. Names are ids of requests and paths of folders. */
interface TreeState {
  readonly selected: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | undefined;
  readonly renaming: string | undefined;
  /** What is being dragged, and where it would go. */
  readonly moving: readonly string[];
  readonly drop: { readonly over: string; readonly part: DropPart } | undefined;
}

const nothing: TreeState = { selected: new Set(), anchor: undefined, renaming: undefined, moving: [], drop: undefined };

export const useTreeState = create<TreeState>()(() => nothing);

const { setState: set, getState: get } = useTreeState;

export const treeState = {
  select: (names: readonly string[], anchor = get().anchor) => set({ selected: new Set(names), anchor }),
  toggle(name: string): void {
    const selected = new Set(get().selected);
    if (!selected.delete(name)) selected.add(name);
    set({ selected, anchor: name });
  },
  /** A plain click: nothing is selected any more, and a range would begin here. */
  clear: (anchor?: string) => set({ selected: nothing.selected, anchor }),
  rename: (renaming: string | undefined) => set({ renaming }),
  /** A row that is selected brings the others along. */
  drag: (name: string) => set(({ selected }) => ({ moving: selected.has(name) ? [...selected] : [name] })),
  over: (drop: TreeState['drop']) => {
    const before = get().drop;
    if (before?.over !== drop?.over || before?.part !== drop?.part) set({ drop });
  },
  endDrag: () => set({ moving: [], drop: undefined }),
};
