import { create } from 'zustand';

/** What is looked for: everything, or one kind of thing. */
export type PaletteKind = 'all' | 'requests' | 'interfaces';

export const usePalette = create<{ readonly kind: PaletteKind | undefined }>()(() => ({ kind: undefined }));

export function showPalette(kind: PaletteKind): void {
  usePalette.setState({ kind });
}

export function closePalette(): void {
  usePalette.setState({ kind: undefined });
}
