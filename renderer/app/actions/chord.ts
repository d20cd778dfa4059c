/**
 * Keys pressed together, as preferences keep them and menus write them: `Mod+Shift+K`. Modifiers come in this order, `Mod`
 * being Ctrl, and ⌘ on macOS. A letter is upper case; other keys are named as the browser names them.
 */
export type Chord = string;

/** What of a keyboard event says which keys they are. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const modifierKeys = new Set([
  'Control',
  'Meta',
  'Alt',
  'Shift',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** Undefined while only modifiers are held, and for what an input method takes. */
export function chordOf(press: KeyPress): Chord | undefined {
  if (modifierKeys.has(press.key)) return undefined;
  const hasMod = press.ctrlKey || press.metaKey;
  const key = keyName(press, hasMod || press.altKey);
  // Of a sign the key itself says whether Shift was held: `?` is `?` wherever it lies.
  const isSign = key.length === 1 && !/[A-Z\d]/.test(key);
  const parts = [hasMod && 'Mod', press.altKey && 'Alt', press.shiftKey && !isSign && 'Shift', key];
  return parts.filter(Boolean).join('+');
}

/** With modifiers the place of the key counts where its letter is another one: Alt+W writes ∑ on macOS. */
function keyName({ key, code }: KeyPress, hasModifier: boolean): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const letter = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (hasModifier && letter) return letter[1] ?? letter[2] ?? key;
  // Of a Chinese keyboard `？` is `?` all the same.
  return key === ' ' ? 'Space' : key.normalize('NFKC');
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const keySigns: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** As people read it: `Ctrl+Shift+K`, on macOS `⌘⇧K`. */
export function chordText(chord: Chord, { isMac }: { readonly isMac: boolean }): string {
  // The key may be `+` itself.
  const parts = chord === '+' ? ['+'] : chord.split(/\+(?=.)/);
  const names = parts.map(
    (part) => (isMac ? macSigns[part] : part === 'Mod' ? 'Ctrl' : undefined) ?? keySigns[part] ?? part,
  );
  return names.join(isMac ? '' : '+');
}

/** As `aria-keyshortcuts` wants it. */
export function ariaChord(chord: Chord): string {
  return chord.startsWith('Mod+') ? `Control${chord.slice(3)} Meta${chord.slice(3)}` : chord;
}

/** Whether typing a text may press these keys: they are then left to the text. */
export function isTyped(chord: Chord): boolean {
  return /^(?:Shift\+)?(?:.|Space|Enter|Tab|Backspace|Delete|Home|End|Page\w+|Arrow\w+)$/u.test(chord);
}
