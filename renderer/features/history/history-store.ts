import { create } from 'zustand';
import type { HistoryFilter } from '../../../shared/model/history.ts';
import type { Period } from './period.ts';

/** The dialog on show, with the calls that it is about. */
export type HistoryDialog =
  /** `right` is chosen in the dialog when it is not given. */
  | { readonly kind: 'compare'; readonly left: string; readonly right: string | undefined }
  | { readonly kind: 'describe'; readonly id: string }
  | { readonly kind: 'export'; readonly ids: readonly string[] };

interface HistoryState {
  readonly filter: HistoryFilter;
  /** Where `from` and `to` of the filter come from. */
  readonly period: Period;
  /** Call on show beside the list. */
  readonly shownId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly dialog: HistoryDialog | undefined;
}

const nothingSelected: ReadonlySet<string> = new Set();

export const useHistoryScreen = create<HistoryState>()(() => ({
  filter: {},
  period: 'all',
  shownId: undefined,
  selected: nothingSelected,
  dialog: undefined,
}));

const { setState } = useHistoryScreen;

export const historyScreen = {
  /** A member that is undefined no longer filters. */
  filter(change: { readonly [Name in keyof HistoryFilter]?: HistoryFilter[Name] | undefined }): void {
    setState(({ filter }) => {
      const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
      return { filter: Object.fromEntries(entries) };
    });
  },
  choosePeriod(period: Period): void {
    setState({ period });
  },
  clearFilter(): void {
    setState({ filter: {}, period: 'all' });
  },
  show(shownId: string | undefined): void {
    setState({ shownId });
  },
  select(ids: Iterable<string>): void {
    setState({ selected: new Set(ids) });
  },
  toggle(id: string): void {
    setState(({ selected }) => ({
      selected: new Set(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id]),
    }));
  },
  /** What is gone is neither selected nor on show. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids);
    setState(({ selected, shownId }) => ({
      selected: new Set([...selected].filter((id) => !gone.has(id))),
      ...(shownId !== undefined && gone.has(shownId) && { shownId: undefined }),
    }));
  },
  ask(dialog: HistoryDialog): void {
    setState({ dialog });
  },
  close(): void {
    setState({ dialog: undefined });
  },
};
