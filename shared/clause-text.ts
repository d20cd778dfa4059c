import type { Language } from './bilingual.ts';

/** How a clause is written in English; in Chinese it stands as the standard prints it. */
const inEnglish: readonly (readonly [RegExp, string])[] = [
  [/附录 ?(?=[A-Z])/g, 'Annex '],
  [/[、，]/g, ', '],
  [/（未取得）/g, ' (not at hand)'],
];

/** Where in a standard something stands, for reading: `附录 B` is `Annex B` in English. */
export function clauseText(clause: string, language: Language): string {
  if (language === 'zh') return clause;
  return inEnglish.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), clause);
}
