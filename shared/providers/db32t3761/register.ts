import type { Bilingual } from '../../bilingual.ts';

/** Invented people; numbers of one synthetic series whose check digits are right. */
export interface Person {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly level: 'green' | 'yellow' | 'red';
  /** The identity number answers 1, 2, 3 in place of colours. */
  readonly inDigits?: true;
}

export const people: readonly Person[] = [
  { name: '张三', number: '11010519491231002X', phone: '00000000001', level: 'green' },
  { name: '李四', number: '110105194912310046', phone: '00000000002', level: 'yellow' },
  { name: '𠮷野', number: '110105194912310062', phone: '00000000003', level: 'red' },
  { name: '数字级别', number: '11010519491231010X', phone: '00000000004', level: 'yellow', inDigits: true },
];

/** In front of what a code says. An opened page makes one of its holder's uuid. */
export const codePrefix = 'https://code.example/skm?c=';

/** A token that has ended, so that its refusal can be seen without waiting. */
export const expiredToken = 'demo-expired-token';

/** What a code says when it is scanned: of whom, or why nothing is told. */
export const codes: Readonly<
  Record<string, { readonly number: string } | { readonly resCode: string; readonly tip: Bilingual }>
> = {
  [`${codePrefix}green`]: { number: '11010519491231002X' },
  [`${codePrefix}yellow`]: { number: '110105194912310046' },
  [`${codePrefix}red`]: { number: '110105194912310062' },
  [`${codePrefix}expired`]: { resCode: '111', tip: { zh: '二维码已过期', en: 'the code has expired' } },
  [`${codePrefix}update`]: { resCode: '119', tip: { zh: '信息需要更新', en: 'information must be updated' } },
};

/** Verifiers without permission, by their phone. */
export const refusedPhones: Readonly<Record<string, string>> = { '00000000116': '116', '00000000118': '118' };
