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
  /** Folders of the workspace that are folded, by path. */
  readonly foldedFolders: readonly string[];
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
      foldedFolders: [],
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setPane: (name, size) => set(({ panes }) => ({ panes: withSize(panes, { name, size }) })),
      setCollectionShown: (collectionShown) => set({ collectionShown }),
      setFolded: (path, folded) =>
        set(({ foldedFolders }) => {
          const others = foldedFolders.filter((other) => other !== path);
          return { foldedFolders: folded ? [...others, path] : others };
        }),
    }),
    { name: 'hufu.preferences', version: 1 },
  ),
);

function withSize(panes: PaneSizes, { name, size }: { name: string; size: number | undefined }): PaneSizes {
  const { [name]: _, ...others } = panes;
  return size === undefined ? others : { ...others, [name]: size };
}
