import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { HistoryRow } from './history-row.tsx';
import { historyScreen, useHistoryScreen } from './history-store.ts';
import { selectRange } from '../../ui/select-range.ts';
import type { HistoryList as Listed } from './use-history-list.ts';
import './history-list.css';

interface HistoryListProps extends Pick<Listed, 'hasMore' | 'loadMore'> {
  readonly entries: readonly HistoryEntry[];
  readonly onRemove: (ids: readonly string[]) => void;
}

/** Pixels; every row has it, so that the place of any of 100,000 is known without laying it out. */
const rowHeight = 46;
const pageRows = 10;
/** Rows before the end at which what follows is asked for. */
const loadAhead = 50;

/** The calls, of which only the rows in sight are in the page. One tab stop; arrows move, Enter opens, Space selects. */
export function HistoryList({ entries, hasMore, loadMore, onRemove }: HistoryListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const shownId = useHistoryScreen((state) => state.shownId);
  const selected = useHistoryScreen((state) => state.selected);
  const [activeId, setActiveId] = useState<string | undefined>(shownId);
  const [anchor, setAnchor] = useState<string>();
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to a memoized component
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  const active = entries.findIndex(({ id }) => id === activeId);

  useEffect(() => {
    if (hasMore && last >= entries.length - loadAhead) loadMore();
  }, [hasMore, loadMore, last, entries.length]);

  const idAt = (index: number) => entries[index]?.id;
  const listedIds = () => entries.map(({ id }) => id);

  function moveTo(index: number, { extend }: { extend: boolean }): void {
    const place = Math.max(0, Math.min(index, entries.length - 1));
    const id = idAt(place);
    if (id === undefined) return;
    setActiveId(id);
    rows.scrollToIndex(place);
    if (extend) {
      const from = anchor ?? activeId ?? id;
      setAnchor(from);
      historyScreen.select(selectRange(listedIds(), { from, to: id }));
    } else setAnchor(undefined);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, shiftKey: extend } = event;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows,
      PageUp: active - pageRows,
      Home: 0,
      End: entries.length - 1,
    };
    const target = moves[key];
    if (target !== undefined) moveTo(target, { extend });
    else if (key === 'Enter' && activeId !== undefined) historyScreen.show(activeId);
    else if (key === ' ' && activeId !== undefined) historyScreen.toggle(activeId);
    else if (key === 'Delete') removeChosen();
    else if (key === 'Escape') historyScreen.select([]);
    else if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) historyScreen.select(listedIds());
    else return;
    event.preventDefault();
  }

  function removeChosen(): void {
    const ids = selected.size > 0 ? [...selected] : activeId === undefined ? [] : [activeId];
    if (ids.length === 0) return;
    setActiveId(idAt(active + 1) ?? idAt(active - 1));
    onRemove(ids);
  }

  function onClick(event: MouseEvent): void {
    const { target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-call]') : null;
    const id = row?.dataset['call'];
    if (id === undefined || !(target instanceof Element)) return;
    const isCheck = target.closest('[data-check]') !== null;
    if (event.shiftKey) historyScreen.select(selectRange(listedIds(), { from: anchor ?? activeId, to: id }));
    else if (isCheck || event.ctrlKey || event.metaKey) historyScreen.toggle(id);
    else historyScreen.show(id);
    if (!event.shiftKey) setAnchor(id);
    setActiveId(id);
  }

  const isActiveInPage = visible.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className="history-list"
      role="listbox"
      aria-multiselectable
      aria-label={t('history.list')}
      aria-activedescendant={isActiveInPage ? `${listId}-${activeId}` : undefined}
      tabIndex={0}
      data-testid="history-list"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {visible.map(({ index, start }) => {
          const entry = entries[index];
          return (
            entry && (
              <HistoryRow
                key={entry.id}
                id={`${listId}-${entry.id}`}
                entry={entry}
                position={index + 1}
                total={hasMore ? -1 : entries.length}
                selected={selected.has(entry.id)}
                active={entry.id === activeId}
                shown={entry.id === shownId}
                top={start}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
