import type { Bilingual, Language } from '../shared/bilingual.ts';

let chosen: Language = systemLanguage();

/** For all that follows: `--lang`, else `HUFU_LANG`, else the language of the system. */
export function chooseLanguage(language: Language): void {
  chosen = language;
}

export function inLanguage(text: Bilingual): string {
  return text[chosen];
}

function systemLanguage(): Language {
  const named = process.env['HUFU_LANG'] ?? process.env['LC_ALL'] ?? process.env['LANG'];
  // Windows sets none of these; there the system's locale decides.
  const locale = named && !/^(?:C|POSIX)\b/.test(named) ? named : Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
