import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/bilingual.ts';
import { clauseText } from '../../shared/clause-text.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: { ui: typeof zh };
  }
}

/** The user interface's texts. React does the escaping. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'ui',
    ns: ['ui'],
    resources: { zh: { ui: zh }, en: { ui: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // `{{clause, clause}}` in a text gives the clause its language, as `useClauseText` does where it stands alone.
  instance.services.formatter?.add('clause', (clause: string, chosen) =>
    clauseText(clause, chosen === 'zh' ? 'zh' : 'en'),
  );
  return instance;
}
