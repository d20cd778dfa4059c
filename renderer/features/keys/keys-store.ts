import { create } from 'zustand';

/** A slot of the profile in an environment. */
export interface KeyPlace {
  readonly environment: string;
  readonly slot: string;
}

/** The dialog on show. It names what it is about; what is entered in it stays in the dialog and goes with it. */
export type KeyDialog =
  /** `rotate`: the slot is filled, the new key becomes its newest version. */
  | { readonly kind: 'import' | 'generate'; readonly place: KeyPlace | undefined; readonly rotate: boolean }
  | { readonly kind: 'choose'; readonly place: KeyPlace; readonly rotate: boolean }
  | { readonly kind: 'export' | 'rename' | 'remove'; readonly key: string }
  /** `id`: the environment to change; undefined for a new one. */
  | { readonly kind: 'environment'; readonly id: string | undefined }
  | { readonly kind: 'removeEnvironment'; readonly id: string }
  | { readonly kind: 'vault' | 'changePassphrase' };

interface KeysState {
  /** The chosen environment; undefined until one is chosen. */
  readonly environment: string | undefined;
  readonly view: 'slots' | 'ring';
  readonly dialog: KeyDialog | undefined;
}

export const useKeys = create<KeysState>()(() => ({ environment: undefined, view: 'slots', dialog: undefined }));

export const keys = {
  choose(environment: string): void {
    useKeys.setState({ environment, view: 'slots' });
  },
  show(view: KeysState['view']): void {
    useKeys.setState({ view });
  },
  ask(dialog: KeyDialog): void {
    useKeys.setState({ dialog });
  },
  close(): void {
    useKeys.setState({ dialog: undefined });
  },
};
