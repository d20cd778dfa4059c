import type { Language } from './bilingual.ts';

/** `a、b、c` or `a, b, c`. */
export function listed(items: readonly string[], language: Language): string {
  return items.join(language === 'zh' ? '、' : ', ');
}
