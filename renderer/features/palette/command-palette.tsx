import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import { type FoundItem, type PaletteItem, searchItems } from './palette-item.ts';
import { closePalette, usePalette } from './palette-store.ts';
import { usePaletteItems } from './use-palette-items.ts';
import './command-palette.css';

interface CommandPaletteProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
}

/** One box for everything that can be done, opened or chosen: by Chinese, pinyin, initials and codes. */
export function CommandPalette({ workspace, platforms }: CommandPaletteProps) {
  const { t } = useTranslation();
  const kind = usePalette((state) => state.kind);
  return (
    <Modal
      open={kind !== undefined}
      onCancel={closePalette}
      closable={false}
      footer={null}
      width="min(640px, 92vw)"
      destroyOnHidden
      // An item may want the focus elsewhere.
      focusable={{ focusTriggerAfterClose: true }}
      style={{ top: '10vh' }}
      className="command-palette"
      title={<span className="visually-hidden">{t('palette.title')}</span>}
    >
      {kind !== undefined && <Search workspace={workspace} platforms={platforms} />}
    </Modal>
  );
}

function Search({ workspace, platforms }: CommandPaletteProps) {
  const { t } = useTranslation();
  const kind = usePalette((state) => state.kind) ?? 'all';
  const items = usePaletteItems({ kind, workspace, platforms });
  const recent = usePreferences((state) => state.recentItems);
  const remember = usePreferences((state) => state.rememberItem);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const deferred = useDeferredValue(text);
  const { found, more } = useMemo(() => searchItems(items, { text: deferred, recent }), [items, deferred, recent]);
  const listId = useId();
  const box = useInitialFocus<HTMLDivElement>();
  const at = Math.min(chosen, found.length - 1);

  function choose(item: PaletteItem | undefined): void {
    if (!item) return;
    closePalette();
    remember(item.key);
    // The dialog is in front until it has gone, and what is behind it takes no keys and no focus.
    requestAnimationFrame(() => item.run());
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter of an input method takes its proposal, and is no choice.
    if (event.nativeEvent.isComposing) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setChosen((at + 1) % Math.max(1, found.length)),
      ArrowUp: () => setChosen((at - 1 + found.length) % Math.max(1, found.length)),
      PageDown: () => setChosen(Math.min(found.length - 1, at + 10)),
      PageUp: () => setChosen(Math.max(0, at - 10)),
      // What was typed may be further than what is listed.
      Enter: () => choose((text === deferred ? found : searchItems(items, { text, recent }).found)[at]?.item),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  return (
    <div ref={box}>
      <input
        className="command-palette-text"
        role="combobox"
        aria-label={t(`palette.find.${kind}`)}
        placeholder={t(`palette.find.${kind}`)}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        data-testid="palette-text"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('palette.title')} className="command-palette-list">
        {found.map(({ item, ranges }, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box has the focus and the keys
          <div
            key={item.key}
            id={`${listId}-${index}`}
            ref={index === at ? intoView : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            data-testid={`palette-${item.key}`}
            onClick={() => choose(item)}
            onMouseMove={() => index !== at && setChosen(index)}
          >
            <span>
              <Marked text={item.title} ranges={ranges} />
            </span>
            <small>{item.detail}</small>
            <em>{t(`palette.kinds.${item.kind}`)}</em>
            {item.keys && <kbd>{item.keys}</kbd>}
          </div>
        ))}
      </div>
      <p role="status" className="command-palette-note">
        {found.length === 0
          ? t('palette.none', { text: deferred })
          : more > 0
            ? t('palette.more', { count: more })
            : ''}
      </p>
    </div>
  );
}

function intoView(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

/** The text with what fits set off. Of ranges that overlap the first one is shown. */
function Marked({ text, ranges }: { readonly text: string; readonly ranges: FoundItem['ranges'] }) {
  const sorted = ranges.toSorted((one, other) => one.from - other.from);
  const shown = sorted.filter(({ from }, index) => sorted.slice(0, index).every(({ to }) => to <= from));
  return (
    <>
      {shown.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(shown[index - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(shown.at(-1)?.to ?? 0)}
    </>
  );
}
