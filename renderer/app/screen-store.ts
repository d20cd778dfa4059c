import { create } from 'zustand';

export type ScreenName = 'compose' | 'history' | 'keys' | 'platforms' | 'settings';

/** Which screen is in front. The address's fragment is not used for it: that belongs to the launch token. */
export const useScreen = create<{ readonly screen: ScreenName }>()(() => ({ screen: 'compose' }));

export function showScreen(screen: ScreenName): void {
  useScreen.setState({ screen });
}
