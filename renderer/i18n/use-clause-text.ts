import { useCallback } from 'react';
import { clauseText } from '../../shared/clause-text.ts';
import { usePreferences } from '../app/preferences.ts';

/** A clause of a standard in the language of the user interface, where it stands alone and in no sentence. */
export function useClauseText(): (clause: string) => string {
  const language = usePreferences((state) => state.language);
  return useCallback((clause) => clauseText(clause, language), [language]);
}
