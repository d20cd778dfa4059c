import { type KeyboardEvent, useState } from 'react';
import { Pencil, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  actionCatalogue,
  type ActionId,
  actionIds,
  actionsOf,
  type ChosenKeys,
  keysOf,
} from '../../app/actions/action-catalogue.ts';
import { chordOf, chordText, isTyped } from '../../app/actions/chord.ts';
import { isMac } from '../../app/actions/use-key-text.ts';
import { usePreferences } from '../../app/preferences.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { notices } from '../../ui/notice-store.ts';
import './shortcut-table.css';

const groups = ['call', 'tabs', 'screens', 'window'] as const;

/** All actions with their keys, by group. */
export function ShortcutTable({ isEditable = false }: { readonly isEditable?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="shortcut-table">
      {groups.map((group) => (
        <section key={group}>
          <h3>{t(`shortcuts.groups.${group}`)}</h3>
          <dl>
            {actionIds
              .filter((id) => actionCatalogue[id].group === group)
              .map((id) => (
                <ShortcutRow key={id} id={id} isEditable={isEditable} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function ShortcutRow({ id, isEditable }: { readonly id: ActionId; readonly isEditable: boolean }) {
  const { t } = useTranslation();
  const keys = usePreferences((state) => state.keys);
  const setKeys = usePreferences((state) => state.setKeys);
  const [isAsking, setAsking] = useState(false);
  const chord = keysOf(id, keys);
  const title = t(`actions.${id}`);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {isAsking ? (
          <KeyBox id={id} label={t('shortcuts.change', { title })} onDone={() => setAsking(false)} />
        ) : chord === undefined ? (
          <i>{t('shortcuts.none')}</i>
        ) : (
          <kbd data-testid={`keys-${id}`}>{chordText(chord, { isMac })}</kbd>
        )}
        {isEditable && (
          <span>
            {keys[id] !== undefined && (
              <IconButton label={t('shortcuts.reset', { title })} onClick={() => setKeys({ [id]: undefined })}>
                <RotateCcw size={12} aria-hidden />
              </IconButton>
            )}
            {chord !== undefined && (
              <IconButton label={t('shortcuts.clear', { title })} onClick={() => setKeys({ [id]: '' })}>
                <X size={12} aria-hidden />
              </IconButton>
            )}
            <IconButton
              label={t('shortcuts.change', { title })}
              testId={`change-keys-${id}`}
              onClick={() => setAsking(true)}
            >
              <Pencil size={12} aria-hidden />
            </IconButton>
          </span>
        )}
      </dd>
    </div>
  );
}

interface KeyBoxProps {
  readonly id: ActionId;
  readonly label: string;
  readonly onDone: () => void;
}

/** Takes the next keys that are pressed. What another action had goes over, with the way back. */
function KeyBox({ id, label, onDone }: KeyBoxProps) {
  const { t } = useTranslation();
  const setKeys = usePreferences((state) => state.setKeys);

  function take(event: KeyboardEvent<HTMLInputElement>): void {
    const chord = chordOf(event.nativeEvent);
    // Tab leaves the box as it leaves any other.
    if (chord === undefined || chord === 'Tab' || chord === 'Shift+Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === 'Escape') {
      onDone();
      return;
    }
    const text = chordText(chord, { isMac });
    if (isTyped(chord) && !/^[^\p{L}\p{N}]$/u.test(chord)) {
      notices.show({ text: t('shortcuts.refused', { keys: text }) });
      return;
    }
    const before = usePreferences.getState().keys;
    const others = actionsOf(chord, before).filter((one) => one !== id);
    const change: ChosenKeys = { [id]: chord, ...Object.fromEntries(others.map((one) => [one, ''])) };
    setKeys(change);
    const [other] = others;
    if (other !== undefined) {
      notices.show({
        text: t('shortcuts.moved', { keys: text, title: t(`actions.${id}`), other: t(`actions.${other}`) }),
        action: {
          label: t('workspace.undo'),
          run: () => setKeys({ [id]: before[id], ...Object.fromEntries(others.map((one) => [one, before[one]])) }),
        },
      });
    }
    onDone();
  }

  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button that it stands for
      autoFocus
      readOnly
      className="shortcut-table-box"
      data-takes-keys
      aria-label={label}
      placeholder={t('shortcuts.press')}
      data-testid="press-keys"
      onKeyDown={take}
      onBlur={onDone}
    />
  );
}
