import { create } from 'zustand';
import type { DataPath } from '../../../shared/data/data-path.ts';
import { withValueAt } from '../../../shared/data/data-path.ts';
import type { Data, DataRecord } from '../../../shared/data/data.ts';

import { withoutClaim } from './without-claim.ts';

export const sectionNames = [
  'overview',
  'header',
  'steps',
  'conventions',
  'keySlots',
  'session',
  'interfaces',
  'statuses',
  'text',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** An own platform as it is being edited. */
export interface PlatformDraft {
  readonly id: string;
  readonly basedOn?: string | undefined;
  /** Digest of the file as it was opened. */
  readonly base: string;
  readonly whole: DataRecord;
  /** As the file has it. */
  readonly saved: DataRecord;
  readonly text: string;
}

export type PlatformDialog =
  | {
      readonly kind: 'new';
      readonly basedOn?: string;
      readonly defaults?: Readonly<Record<string, string>>;
      readonly place?: PlatformPlace;
    }
  | { readonly kind: 'codes'; readonly id: string };

/** A part of a platform: `conventions`, `signature.order`. */
export interface PlatformPlace {
  readonly section: SectionName;
  readonly item?: string;
}

interface PlatformsState {
  readonly chosen: string | undefined;
  readonly section: SectionName;
  /** Index of the chosen item by list. */
  readonly items: Readonly<Record<string, number>>;
  readonly drafts: Readonly<Record<string, PlatformDraft>>;
  readonly dialog: PlatformDialog | undefined;
  /** Name of an item that is to be shown once its platform is open. */
  readonly wished: string | undefined;
}

export const usePlatformsScreen = create<PlatformsState>()(() => ({
  chosen: undefined,
  section: 'overview',
  items: {},
  drafts: {},
  dialog: undefined,
  wished: undefined,
}));

const { setState: set, getState: get } = usePlatformsScreen;

export const platformsScreen = {
  choose: (chosen: string) => set({ chosen, items: {}, wished: undefined }),
  showPlace: (chosen: string, { section, item }: PlatformPlace) => set({ chosen, section, items: {}, wished: item }),
  showSection: (section: SectionName) => set({ section, wished: undefined }),
  chooseItem: (list: string, index: number) => set({ items: { ...get().items, [list]: index }, wished: undefined }),
  ask: (dialog: PlatformDialog) => set({ dialog }),
  close: () => set({ dialog: undefined }),
  opened: (draft: PlatformDraft) => set({ drafts: { ...get().drafts, [draft.id]: draft } }),
  forget: (id: string) =>
    set({ drafts: Object.fromEntries(Object.entries(get().drafts).filter(([one]) => one !== id)) }),
  /** `original`: the built-in platform that it is based on. */
  change(id: string, path: DataPath, value: Data | undefined, original?: Data): void {
    const draft = get().drafts[id];
    if (!draft) return;
    const whole = withoutClaim(withValueAt(draft.whole, path, value), { original, path }) as DataRecord;
    set({ drafts: { ...get().drafts, [id]: { ...draft, whole } } });
  },
};
