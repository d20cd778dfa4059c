import type { Bilingual, Language } from '../shared/bilingual.ts';
import { clauseText } from '../shared/clause-text.ts';

let chosen: Language = systemLanguage();

/** For all that follows: `--lang`, else `HUFU_LANG`, else the language of the system. */
export function chooseLanguage(language: Language): void {
  chosen = language;
}

export function inLanguage(text: Bilingual): string {
  return text[chosen];
}

/** A clause of a standard: `附录 A`, in English `Annex A`. */
export function clauseInLanguage(clause: string): string {
  return clauseText(clause, chosen);
}

function systemLanguage(): Language {
  const named = process.env['HUFU_LANG'] ?? process.env['LC_ALL'] ?? process.env['LANG'];
  // Windows sets none of these; there the system's locale decides.
  const locale = named && !/^(?:C|POSIX)\b/.test(named) ? named : Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
