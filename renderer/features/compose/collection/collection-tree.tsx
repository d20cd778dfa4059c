import { type KeyboardEvent, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Dropdown, Input, type InputRef } from 'antd';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FilePlus2, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useAction } from '../../../app/actions/action-store.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { compose, useCompose } from '../compose-store.ts';
import { selectRange } from '../../../ui/select-range.ts';
import { treeState, useTreeState } from './tree-state.ts';
import { treeDialog } from './tree-dialog-store.ts';
import { TreeRowView } from './tree-row-view.tsx';
import { type TreeRow, treeRows, unsavedRows, wordsOf } from './tree-rows.ts';
import './collection-tree.css';

interface CollectionTreeProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
  /** A glance is shown until the next one. */
  readonly onOpen: (id: string, isGlance: boolean) => void;
}

const rowHeight = 26;

/** The workspace's folders and requests. Only what is in sight is in the page. */
export function CollectionTree({ workspace, platforms, onOpen }: CollectionTreeProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const [text, setText] = useState('');
  const words = wordsOf(useDeferredValue(text));
  const folded = usePreferences((state) => state.foldedFolders);
  const setFolded = usePreferences((state) => state.setFolded);
  const unsaved = useCompose((state) => state.unsaved);
  const origins = useCompose((state) => state.origins);
  const { root, problems } = workspace;
  const topItems = [
    { key: 'newRequest', label: t('workspace.newRequest') },
    { key: 'newFolder', label: t('workspace.newFolder') },
    { key: 'variables', label: t('workspace.variablesOfWorkspace') },
  ];
  const rows = useMemo(
    () => [
      ...(words.length === 0 ? unsavedRows(root, { unsaved, origins }) : []),
      ...treeRows(root, { words, folded, platforms }),
    ],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the words are a new array each time
    [root, words.join(' '), folded, platforms, unsaved, origins],
  );
  const filter = useRef<InputRef>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });

  useAction('filterCollection', () => filter.current?.focus());

  const choose = useCallback(
    (row: TreeRow, isGlance = true) => {
      if (row.type === 'folder') setFolded(row.folder.path, row.isOpen);
      else if (row.type === 'broken') compose.showBroken(row.file);
      else if (row.type === 'unsaved') compose.activate(row.id);
      else onOpen(row.request.id, isGlance);
    },
    [onOpen, setFolded],
  );

  function selectTo(name: string): void {
    const names = rows.flatMap((row) =>
      row.type === 'folder' ? [row.folder.path] : row.type === 'request' ? [row.request.id] : [],
    );
    treeState.select(selectRange(names, { from: useTreeState.getState().anchor, to: name }));
  }

  /** Moves the focus, through rows that are not in the page too. */
  function focusRow(index: number): void {
    const place = Math.max(0, Math.min(rows.length - 1, index));
    virtual.scrollToIndex(place);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${place}"] [data-row]`)?.focus(),
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const index = Number(at?.dataset['index'] ?? -1);
    const row = rows[index];
    if (!row || !(event.target as HTMLElement).hasAttribute('data-row')) return;
    const moves: Readonly<Record<string, () => void>> = {
      Escape: () => treeState.clear(),
      ArrowDown: () => focusRow(index + 1),
      ArrowUp: () => focusRow(index - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      ArrowRight: () => (row.type === 'folder' && !row.isOpen ? choose(row) : focusRow(index + 1)),
      ArrowLeft: () => (row.type === 'folder' && row.isOpen ? choose(row) : focusRow(parentIndex(rows, index))),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  return (
    <nav className="collection-tree" aria-label={t('collection.label')}>
      <div className="collection-tree-head">
        <Input
          ref={filter}
          allowClear
          aria-label={t('collection.filter')}
          placeholder={t('collection.filter')}
          data-testid="collection-filter"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Dropdown
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- of a menu that was just asked for: the arrows are its own
          autoFocus
          trigger={['click']}
          menu={{
            items: topItems,
            onClick({ key, domEvent }) {
              // As in the menu of a row: this Enter is no answer to the dialog.
              domEvent.preventDefault();
              showTop(key);
            },
          }}
        >
          <button
            type="button"
            className="icon-button"
            aria-label={t('workspace.add')}
            title={t('workspace.add')}
            data-testid="tree-add"
          >
            <Plus size={14} aria-hidden />
          </button>
        </Dropdown>
      </div>
      {problems.length > 0 && (
        <details className="collection-problems">
          <summary>{t('workspace.problems', { count: problems.length })}</summary>
          {problems.map((problem, index) => (
            <p key={index}>{say(problem.text)}</p>
          ))}
        </details>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only moves focus between the buttons inside */}
      <div ref={scroller} className="collection-tree-rows" onKeyDown={onKeyDown}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            return (
              row && (
                <div
                  key={key}
                  data-index={index}
                  className="collection-row-place"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <TreeRowView row={row} onChoose={choose} onSelectTo={selectTo} workspace={workspace} />
                </div>
              )
            );
          })}
        </div>
        {rows.length === 0 && (
          <p>
            {text === '' ? (
              <button
                type="button"
                className="link-button"
                onClick={() => treeDialog.show({ kind: 'newRequest', folder: '' })}
              >
                <FilePlus2 size={13} aria-hidden /> {t('workspace.empty')}
              </button>
            ) : (
              t('collection.none', { text })
            )}
          </p>
        )}
      </div>
    </nav>
  );
}

function parentIndex(rows: readonly TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  const parent = rows.slice(0, index).findLastIndex((row) => row.level < level);
  return parent === -1 ? 0 : parent;
}

function showTop(key: string): void {
  if (key === 'variables') treeDialog.show({ kind: 'variables', path: '' });
  else if (key === 'newRequest' || key === 'newFolder') treeDialog.show({ kind: key, folder: '' });
}
