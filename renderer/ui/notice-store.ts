import { create } from 'zustand';

/** Something that was done. What can be undone stays until it is dismissed or another takes its place. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const useNotice = create<{ readonly notice: Notice | undefined }>()(() => ({ notice: undefined }));

export const notices = {
  show: (notice: Notice) => useNotice.setState({ notice }),
  dismiss: () => useNotice.setState({ notice: undefined }),
};
