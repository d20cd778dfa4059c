import { useEffect } from 'react';
import { usePreferences } from '../preferences.ts';
import { actionsOf } from './action-catalogue.ts';
import { runAction } from './action-store.ts';
import { chordOf, isTyped } from './chord.ts';

/** Keys call actions wherever the focus is, before the editor or the browser can take them; under a dialog they do not. */
export function useShortcuts(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      // Of an input method's own keys none is ours.
      if (event.isComposing) return;
      const chord = chordOf(event);
      if (chord === undefined || (isTyped(chord) && takesText(event.target)) || isDialogOpen()) return;
      const [action] = actionsOf(chord, usePreferences.getState().keys);
      if (action === undefined) return;
      if (!event.repeat && !runAction(action)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="textbox"]') !== null
  );
}

/** What lies behind an open dialog is not in front, and nothing happens to it. */
function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[aria-modal="true"]')].some((dialog) => dialog.checkVisibility());
}
