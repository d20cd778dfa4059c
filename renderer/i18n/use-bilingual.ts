import { useCallback } from 'react';
import type { Bilingual } from '../../shared/bilingual.ts';
import { usePreferences } from '../app/preferences.ts';

/** The text in the language of the user interface. */
export function useBilingual(): (text: Bilingual) => string {
  const language = usePreferences((state) => state.language);
  return useCallback((text) => text[language], [language]);
}
