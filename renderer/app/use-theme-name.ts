import { useSyncExternalStore } from 'react';
import type { ThemeName } from './palette.ts';
import { usePreferences } from './preferences.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Light or dark as it is shown now: as chosen, or as the system has it. */
export function useThemeName(): ThemeName {
  const choice = usePreferences((state) => state.theme);
  const systemIsDark = useSyncExternalStore(watchSystem, () => matchMedia(darkQuery).matches);
  if (choice !== 'system') return choice;
  return systemIsDark ? 'dark' : 'light';
}

function watchSystem(changed: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
