import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '../../shared/bilingual.ts';
import type { ActionId, ChosenKeys } from './actions/action-catalogue.ts';
import type { Chord } from './actions/chord.ts';
import { type Columns, usualColumns } from '../features/result/column-shares.ts';
import type { ThemeName } from './palette.ts';

export type ThemeChoice = ThemeName | 'system';

/** Sizes of the resizable panes: widths and heights in pixels, by the name of the divider. */
export type PaneSizes = Readonly<Record<string, number>>;

interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  /** Of everything on screen, in percent of the usual. */
  readonly size: number;
  readonly panes: PaneSizes;
  readonly collectionShown: boolean;
  /** Folders of the workspace that were folded or opened by hand, by path. */
  readonly foldedFolders: Readonly<Record<string, boolean>>;
  /** Whether personal data is covered on screen. */
  readonly masking: boolean;
  /** The views of a call. */
  readonly columns: Columns;
  /** Keys that were chosen in place of the usual ones. */
  readonly keys: ChosenKeys;
  /** What was chosen in the command palette, the last one first; see `PaletteItem.key`. */
  readonly recentItems: readonly string[];
  setLanguage: (language: Language) => void;
  setTheme: (theme: ThemeChoice) => void;
  setSize: (size: number) => void;
  setPane: (name: string, size: number | undefined) => void;
  setCollectionShown: (shown: boolean) => void;
  setFolded: (path: string, folded: boolean) => void;
  setMasking: (masking: boolean) => void;
  setColumns: (columns: Columns) => void;
  /** Empty: no keys; undefined: the usual ones again. */
  setKeys: (change: Readonly<Partial<Record<ActionId, Chord | undefined>>>) => void;
  resetKeys: () => void;
  rememberItem: (key: string) => void;
}

/** What the switch goes on to. */
export const nextTheme: Readonly<Record<ThemeChoice, ThemeChoice>> = { light: 'dark', dark: 'system', system: 'light' };

export const sizes = [90, 100, 110, 125, 150] as const;

const rememberedItems = 30;

/** What one person likes on one machine; holds nothing of any call. Kept by the browser. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      // Chinese first, whatever the browser speaks: so are the standards, and the switch is always in sight.
      language: 'zh',
      theme: 'system',
      size: 100,
      panes: {},
      collectionShown: true,
      foldedFolders: {},
      masking: false,
      columns: usualColumns,
      keys: {},
      recentItems: [],
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setSize: (size) => set({ size }),
      setPane: (name, size) => set(({ panes }) => ({ panes: withSize(panes, { name, size }) })),
      setCollectionShown: (collectionShown) => set({ collectionShown }),
      setFolded: (path, folded) =>
        set(({ foldedFolders }) => ({ foldedFolders: { ...foldedFolders, [path]: folded } })),
      setMasking: (masking) => set({ masking }),
      setColumns: (columns) => set({ columns }),
      setKeys: (change) => set(({ keys }) => ({ keys: withKeys(keys, change) })),
      resetKeys: () => set({ keys: {} }),
      rememberItem: (key) =>
        set(({ recentItems }) => ({
          recentItems: [key, ...recentItems.filter((one) => one !== key)].slice(0, rememberedItems),
        })),
    }),
    { name: 'hufu.preferences', version: 2, migrate: (kept) => migrated(kept) },
  ),
);

function withSize(panes: PaneSizes, { name, size }: { name: string; size: number | undefined }): PaneSizes {
  const { [name]: _, ...others } = panes;
  return size === undefined ? others : { ...others, [name]: size };
}

function withKeys(keys: ChosenKeys, change: Readonly<Partial<Record<ActionId, Chord | undefined>>>): ChosenKeys {
  const all = Object.entries({ ...keys, ...change });
  return Object.fromEntries(all.filter(([, chord]) => chord !== undefined));
}

/** Version 1 had a list of the folded folders. */
function migrated(kept: unknown): Preferences {
  const { foldedFolders, ...others } = kept as Omit<Preferences, 'foldedFolders'> & {
    readonly foldedFolders?: unknown;
  };
  const folded = Array.isArray(foldedFolders)
    ? foldedFolders.map((path): [string, boolean] => [String(path), true])
    : [];
  return { ...others, foldedFolders: Object.fromEntries(folded) };
}
