import { type DragEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Dropdown } from 'antd';
import { ChevronDown, LoaderCircle, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { treeDialog } from '../collection/tree-dialog-store.ts';
import { compose, useCompose } from '../compose-store.ts';
import { requestsOf } from '../workspace-requests.ts';
import { tabBeside } from './tab-order.ts';
import { useTabActions } from './use-tab-actions.ts';
import './request-tabs.css';

interface RequestTabsProps {
  readonly workspace: Workspace;
  readonly onOpen: (id: string) => void;
}

const dragged = 'application/x-hufu-tab';

/**
 * The open requests. Plain buttons in a list and not an ARIA tab list, whose tabs may not hold the button that closes them.
 * One stop for Tab; arrows go from one to the next, Delete closes.
 */
export function RequestTabs({ workspace, onOpen }: RequestTabsProps) {
  const { t } = useTranslation();
  const tabs = useCompose((state) => state.tabs);
  const activeId = useCompose((state) => state.activeId);
  const titleOf = useTitles(workspace);
  const { actionsFor, run } = useTabActions();
  const [asked, setAsked] = useState<string>();
  const [dropAt, setDropAt] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const front = activeId === undefined ? -1 : tabs.ids.indexOf(activeId);

  useLayoutEffect(() => {
    list.current?.children[front]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [front]);

  function onKeyDown(event: KeyboardEvent): void {
    const steps = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (steps !== undefined) {
      const next = tabBeside(tabs, activeId, steps);
      if (next === undefined) return;
      event.preventDefault();
      onOpen(next);
      list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
    } else if (event.key === 'Delete' && activeId !== undefined) {
      event.preventDefault();
      run('close', activeId);
    }
  }

  function onDrop(event: DragEvent, before: string | undefined): void {
    setDropAt(undefined);
    const id = event.dataTransfer.getData(dragged);
    if (id === '') return;
    event.preventDefault();
    compose.moveTab(id, before);
  }

  if (tabs.ids.length === 0) return null;
  return (
    <nav className="request-tabs" aria-label={t('tabs.label')}>
      <Dropdown
        trigger={['contextMenu']}
        menu={{
          items: asked === undefined ? [] : [...actionsFor(asked)],
          onClick: ({ key }) => asked !== undefined && run(key, asked),
        }}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only moves focus between the buttons inside */}
        <ol
          ref={list}
          onKeyDown={onKeyDown}
          onWheel={({ deltaY, currentTarget }) => (currentTarget.scrollLeft += deltaY)}
          onDragOver={(event) => event.dataTransfer.types.includes(dragged) && event.preventDefault()}
          onDrop={(event) => onDrop(event, dropAt)}
        >
          {tabs.ids.map((id) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the mouse alone; keys have the menu and Delete
            <li
              key={id}
              data-active={id === activeId}
              data-glance={id === tabs.glance}
              data-drop={id === dropAt}
              draggable
              onContextMenu={() => setAsked(id)}
              onDragStart={(event) => event.dataTransfer.setData(dragged, id)}
              onDragEnter={() => setDropAt(id)}
              onDragEnd={() => setDropAt(undefined)}
              onAuxClick={({ button }) => button === 1 && run('close', id)}
            >
              <button
                type="button"
                data-tab={id}
                data-testid={`tab-${id}`}
                aria-current={id === activeId ? 'page' : undefined}
                tabIndex={id === activeId ? 0 : -1}
                title={titleOf(id)}
                onClick={() => onOpen(id)}
                onDoubleClick={() => compose.keepTab(id)}
              >
                <TabMark id={id} />
                <span>{titleOf(id)}</span>
              </button>
              <button
                type="button"
                className="request-tabs-close"
                tabIndex={-1}
                aria-label={t('tabs.closeOne', { title: titleOf(id) })}
                title={t('tabs.closeHint')}
                data-testid={`close-tab-${id}`}
                onClick={() => run('close', id)}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ol>
      </Dropdown>
      <IconButton
        label={t('workspace.newRequest')}
        testId="tab-new"
        onClick={() => treeDialog.show({ kind: 'newRequest', folder: '' })}
      >
        <Plus size={14} aria-hidden />
      </IconButton>
      <Dropdown
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- of a menu that was just asked for: the arrows are its own
        autoFocus
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: tabs.ids.map((id) => ({ key: id, label: titleOf(id) })),
          selectedKeys: activeId === undefined ? [] : [activeId],
          onClick: ({ key }) => onOpen(key),
        }}
      >
        <button
          type="button"
          className="icon-button"
          aria-label={t('tabs.list')}
          title={t('tabs.list')}
          data-testid="tab-list"
        >
          <ChevronDown size={14} aria-hidden />
        </button>
      </Dropdown>
    </nav>
  );
}

/** Sending, or changed and not saved. */
function TabMark({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const isSending = useCompose((state) => state.attempts[id]?.sending !== undefined);
  const isChanged = useCompose((state) => state.changedIds.has(id) || state.unsaved.includes(id));
  if (isSending)
    return <LoaderCircle size={12} className="request-tabs-busy" role="img" aria-label={t('result.sending')} />;
  return isChanged ? (
    <b role="img" aria-label={t('collection.changed')} title={t('collection.changed')}>
      ＊
    </b>
  ) : null;
}

function useTitles(workspace: Workspace): (id: string) => string {
  const say = useBilingual();
  const origins = useCompose((state) => state.origins);
  const saved = useMemo(() => new Map(requestsOf(workspace).map(({ id, title }) => [id, title])), [workspace]);
  return (id) => {
    const title = origins[id]?.title ?? saved.get(id);
    return title ? say(title) : id;
  };
}
