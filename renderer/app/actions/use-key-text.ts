import { usePreferences } from '../preferences.ts';
import { type ActionId, keysOf } from './action-catalogue.ts';
import { ariaChord, chordText } from './chord.ts';

interface KeyText {
  /** For a `kbd` or a tooltip; empty where the action has no keys. */
  readonly text: string;
  readonly aria: string | undefined;
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys of an action, as this system writes them. */
export function useKeyText(id: ActionId): KeyText {
  const chord = usePreferences((state) => keysOf(id, state.keys));
  return chord === undefined
    ? { text: '', aria: undefined }
    : { text: chordText(chord, { isMac }), aria: ariaChord(chord) };
}
