import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '../../shared/bilingual.ts';
import type { ThemeName } from './palette.ts';

export type ThemeChoice = ThemeName | 'system';

/** Sizes of the resizable panes: widths and heights in pixels, by the name of the divider. */
export type PaneSizes = Readonly<Record<string, number>>;

interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly panes: PaneSizes;
  readonly collectionShown: boolean;
  /** Folders of the workspace that were folded or opened by hand, by path. */
  readonly foldedFolders: Readonly<Record<string, boolean>>;
  setLanguage: (language: Language) => void;
  setTheme: (theme: ThemeChoice) => void;
  setPane: (name: string, size: number | undefined) => void;
  setCollectionShown: (shown: boolean) => void;
  setFolded: (path: string, folded: boolean) => void;
}

/** What one person likes on one machine; holds nothing of any call. Kept by the browser. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      // Chinese first, whatever the browser speaks: so are the standards, and the switch is always in sight.
      language: 'zh',
      theme: 'system',
      panes: {},
      collectionShown: true,
      foldedFolders: {},
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setPane: (name, size) => set(({ panes }) => ({ panes: withSize(panes, { name, size }) })),
      setCollectionShown: (collectionShown) => set({ collectionShown }),
      setFolded: (path, folded) =>
        set(({ foldedFolders }) => ({ foldedFolders: { ...foldedFolders, [path]: folded } })),
    }),
    { name: 'hufu.preferences', version: 2, migrate: (kept) => migrated(kept) },
  ),
);

function withSize(panes: PaneSizes, { name, size }: { name: string; size: number | undefined }): PaneSizes {
  const { [name]: _, ...others } = panes;
  return size === undefined ? others : { ...others, [name]: size };
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
