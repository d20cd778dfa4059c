import { create } from 'zustand';

/** What the collection tree asks for in a dialog. */
export type TreeDialog =
  | NameDialog
  | { readonly kind: 'moveRequest'; readonly id: string }
  | { readonly kind: 'moveFolder'; readonly path: string }
  /** Variables of a folder; an empty path means the workspace. */
  | { readonly kind: 'variables'; readonly path: string }
  /** The requests of a folder, one after another. */
  | { readonly kind: 'run'; readonly path: string }
  /** A request that is in no file, or a copy of one that is. */
  | { readonly kind: 'saveAs'; readonly id: string };

export const useTreeDialog = create<{ readonly dialog: TreeDialog | undefined }>()(() => ({ dialog: undefined }));

export const treeDialog = {
  show: (dialog: TreeDialog) => useTreeDialog.setState({ dialog }),
  close: () => useTreeDialog.setState({ dialog: undefined }),
};

/** A title is given or changed. */
export type NameDialog =
  | { readonly kind: 'newRequest' | 'newFolder'; readonly folder: string }
  | { readonly kind: 'renameRequest'; readonly id: string }
  | { readonly kind: 'renameFolder'; readonly path: string };
