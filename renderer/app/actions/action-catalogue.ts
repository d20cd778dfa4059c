import type { Chord } from './chord.ts';

interface ActionFacts {
  /** Heading under which it is listed. */
  readonly group: 'call' | 'tabs' | 'screens' | 'window';
  /** Absent: it has no keys until somebody gives it some. */
  readonly keys?: Chord;
}

/**
 * What can be done from the command palette and by keys, whatever is on screen; the text of each is `actions.<id>`. Browsers
 * keep Ctrl+W, Ctrl+T, Ctrl+N and Ctrl+Tab to themselves, so tabs go by Alt.
 */
export const actionCatalogue = {
  send: { group: 'call', keys: 'Mod+Enter' },
  cancel: { group: 'call', keys: 'Alt+C' },
  save: { group: 'call', keys: 'Mod+S' },
  newRequest: { group: 'call', keys: 'Alt+N' },
  chooseInterface: { group: 'call', keys: 'Alt+I' },
  showKeys: { group: 'call', keys: 'Alt+K' },
  closeTab: { group: 'tabs', keys: 'Alt+W' },
  nextTab: { group: 'tabs', keys: 'Alt+PageDown' },
  previousTab: { group: 'tabs', keys: 'Alt+PageUp' },
  reopenTab: { group: 'tabs', keys: 'Alt+Shift+T' },
  keepTab: { group: 'tabs' },
  closeAllTabs: { group: 'tabs' },
  showCompose: { group: 'screens', keys: 'Alt+1' },
  showHistory: { group: 'screens', keys: 'Alt+2' },
  showKeyRing: { group: 'screens', keys: 'Alt+3' },
  showPlatforms: { group: 'screens', keys: 'Alt+4' },
  showSettings: { group: 'screens', keys: 'Mod+,' },
  openPalette: { group: 'window', keys: 'Mod+K' },
  openRequest: { group: 'window', keys: 'Mod+P' },
  showShortcuts: { group: 'window', keys: '?' },
  toggleCollection: { group: 'window', keys: 'Mod+B' },
  filterCollection: { group: 'window', keys: 'Mod+Shift+F' },
  toggleMasking: { group: 'window', keys: 'Alt+M' },
  toggleLanguage: { group: 'window' },
  nextTheme: { group: 'window' },
} as const satisfies Readonly<Record<string, ActionFacts>>;

export type ActionId = keyof typeof actionCatalogue;

export const actionIds = Object.keys(actionCatalogue) as readonly ActionId[];

/** Keys that somebody chose in place of those of the catalogue; empty: none. */
export type ChosenKeys = Readonly<Partial<Record<ActionId, Chord>>>;

/** Undefined for an action without keys. */
export function keysOf(id: ActionId, chosen: ChosenKeys): Chord | undefined {
  const facts: ActionFacts = actionCatalogue[id];
  const keys = chosen[id] ?? facts.keys;
  return keys === '' ? undefined : keys;
}

/** The actions that these keys call, in the catalogue's order; more than one is a clash. */
export function actionsOf(chord: Chord, chosen: ChosenKeys): readonly ActionId[] {
  return actionIds.filter((id) => keysOf(id, chosen) === chord);
}
