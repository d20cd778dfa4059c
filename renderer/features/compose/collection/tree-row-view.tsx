import { useRef } from 'react';
import { Dropdown } from 'antd';
import { ChevronDown, ChevronRight, FileWarning, MoreHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useCompose } from '../compose-store.ts';
import { useRecentCalls } from '../../history/use-recent-calls.ts';
import { TitleBox } from './title-box.tsx';
import { dragProperties } from './tree-drag.ts';
import { treeState, useTreeState } from './tree-state.ts';
import { useTreeMoves } from './use-tree-moves.ts';
import { useTreeActions } from './use-tree-actions.ts';
import type { TreeRow } from './tree-rows.ts';

interface TreeRowViewProps {
  readonly row: TreeRow;
  readonly workspace: Workspace;
  /** Selects from where the selection began. */
  readonly onSelectTo: (name: string) => void;
  /** A glance, unless it is said to stay. */
  readonly onChoose: (row: TreeRow, isGlance?: boolean) => void;
}

/** One line of the tree, with its menu. */
export function TreeRowView({ row, workspace, onChoose, onSelectTo }: TreeRowViewProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { items, run } = useTreeActions(row, workspace);
  const moves = useTreeMoves(workspace);
  const name = nameOf(row);
  const selected = useTreeState((state) => name !== undefined && state.selected.has(name));
  const isRenaming = useTreeState((state) => name !== undefined && state.renaming === name);
  const drop = useTreeState((state) => (name !== undefined && state.drop?.over === name ? state.drop.part : undefined));
  const menu = useRef<HTMLButtonElement>(null);
  const rowButton = useRef<HTMLButtonElement>(null);
  const active = useCompose(({ activeId, broken }) =>
    row.type === 'broken'
      ? broken?.path === row.file.path
      : !broken && activeId !== undefined && activeId === idOf(row),
  );
  const title =
    row.type === 'folder'
      ? say(row.folder.title)
      : row.type === 'request'
        ? say(row.request.title)
        : row.type === 'unsaved'
          ? say(row.title)
          : row.file.path;
  function removeAll(): void {
    const several = useTreeState.getState().selected;
    if (selected && several.size > 1) void moves.remove([...several]);
    else run('remove');
  }

  const note = row.type === 'request' ? row.request.note : row.type === 'folder' ? row.folder.note : undefined;
  return (
    <div
      className="collection-row"
      data-kind={row.type}
      data-active={active}
      data-selected={selected}
      data-drop={drop}
      {...(name !== undefined && !isRenaming && dragProperties({ row, name, workspace, onDrop: moves.move }))}
      style={{ paddingLeft: 6 + (row.level - 1) * 10 }}
    >
      {isRenaming && name !== undefined ? (
        <TitleBox
          title={title}
          onDone={(changed) => {
            treeState.rename(undefined);
            // The focus goes on where it was.
            requestAnimationFrame(() => rowButton.current?.focus());
            if (changed !== undefined) void moves.rename(name, changed);
          }}
        />
      ) : (
        <button
          ref={rowButton}
          type="button"
          data-row
          aria-current={active ? 'page' : undefined}
          {...(row.type === 'folder' && { 'aria-expanded': row.isOpen })}
          data-testid={testIdOf(row)}
          title={note ? say(note) : title}
          aria-pressed={selected || undefined}
          onClick={(event) => {
            if (name !== undefined && (event.ctrlKey || event.metaKey)) treeState.toggle(name);
            else if (name !== undefined && event.shiftKey) onSelectTo(name);
            else {
              treeState.clear(name);
              onChoose(row);
            }
          }}
          onDoubleClick={() => row.type === 'request' && onChoose(row, false)}
          onContextMenu={(event) => {
            event.preventDefault();
            // Shift+F10 and the menu key come here too.
            menu.current?.click();
          }}
          onKeyDown={(event) => {
            if (event.key === 'F2') treeState.rename(name);
            else if (event.key === 'Delete') removeAll();
          }}
        >
          <RowSign row={row} />
          <span>{title}</span>
          <Marks row={row} />
        </button>
      )}
      {items.length > 0 && (
        <Dropdown
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- of a menu that was just asked for: the arrows are its own
          autoFocus
          trigger={['click']}
          menu={{
            items: [...items],
            onClick({ key, domEvent }) {
              // Enter is for the menu: the dialog that takes the focus must not be answered by it at once.
              domEvent.preventDefault();
              if (key === 'remove') removeAll();
              else run(key);
            },
          }}
          placement="bottomRight"
        >
          <button
            ref={menu}
            type="button"
            className="icon-button"
            aria-label={t('workspace.actions', { title })}
            data-testid={`menu-${idOf(row) ?? row.key}`}
          >
            <MoreHorizontal size={13} aria-hidden />
          </button>
        </Dropdown>
      )}
    </div>
  );
}

/** What can be selected, moved and renamed has a name: the id of a request, the path of a folder. */
function nameOf(row: TreeRow): string | undefined {
  return row.type === 'folder' ? row.folder.path : row.type === 'request' ? row.request.id : undefined;
}

function testIdOf(row: TreeRow): string {
  return row.type === 'folder'
    ? `folder-${row.folder.path}`
    : row.type === 'broken'
      ? `broken-${row.file.path}`
      : `request-${idOf(row)}`;
}

/** Of a request, saved or not. */
function idOf(row: TreeRow): string | undefined {
  return row.type === 'request' ? row.request.id : row.type === 'unsaved' ? row.id : undefined;
}

function RowSign({ row }: { readonly row: TreeRow }) {
  if (row.type === 'broken') return <FileWarning size={13} aria-hidden />;
  if (row.type !== 'folder') return null;
  return row.isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />;
}

function Marks({ row }: { readonly row: TreeRow }) {
  const { t } = useTranslation();
  const changed = useCompose((state) => row.type === 'request' && state.changedIds.has(row.key));
  if (row.type === 'folder' || row.type === 'broken') return null;
  return (
    <>
      {row.type === 'unsaved' && <em>{t('workspace.unsaved')}</em>}
      {changed && (
        <b role="img" aria-label={t('collection.changed')} title={t('collection.changed')}>
          ＊
        </b>
      )}
      <LastCall id={idOf(row) ?? ''} />
    </>
  );
}

function LastCall({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const last = useRecentCalls().find(({ requestId }) => requestId === id);
  if (!last) return null;
  const { status, verdict } = last;
  const words = status ? `${status.code} ${say(status.meaning)}` : t(`result.verdict.${verdict}`);
  const label = t('collection.last', { status: words });
  return <i data-tone={verdict === 'success' ? 'decrypted' : 'failure'} role="img" aria-label={label} title={label} />;
}
