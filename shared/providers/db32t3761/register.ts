/** Invented people; numbers of one synthetic series whose check digits are right. */
export interface Person {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly level: 'green' | 'yellow' | 'red';
}

export const people: readonly Person[] = [
  { name: '张三', number: '11010519491231002X', phone: '00000000001', level: 'green' },
  { name: '李四', number: '110105194912310046', phone: '00000000002', level: 'yellow' },
  { name: '𠮷野', number: '110105194912310062', phone: '00000000003', level: 'red' },
];

/** What a code says when it is scanned: of whom, or why nothing is told. */
export const codes: Readonly<
  Record<string, { readonly number: string } | { readonly resCode: string; readonly tip: string }>
> = {
  'https://code.example/skm?c=green': { number: '11010519491231002X' },
  'https://code.example/skm?c=yellow': { number: '110105194912310046' },
  'https://code.example/skm?c=red': { number: '110105194912310062' },
  'https://code.example/skm?c=expired': { resCode: '111', tip: '二维码已过期' },
  'https://code.example/skm?c=update': { resCode: '119', tip: '信息需要更新' },
};

/** Verifiers without permission, by their phone. */
export const refusedPhones: Readonly<Record<string, string>> = { '00000000116': '116', '00000000118': '118' };
