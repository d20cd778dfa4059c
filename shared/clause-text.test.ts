import { expect, it } from 'vitest';
import { clauseText } from './clause-text.ts';
import { builtInPlatforms } from './providers/built-in.ts';

it.each([
  ['附录 A', 'Annex A'],
  ['附录 B.2', 'Annex B.2'],
  ['5.2，附录 C、D', '5.2, Annex C, D'],
  ['附录 A（未取得）', 'Annex A (not at hand)'],
  ['7.1.1.2', '7.1.1.2'],
])('writes %s as %s in English, and as it is in Chinese', (clause, english) => {
  expect(clauseText(clause, 'en')).toBe(english);
  expect(clauseText(clause, 'zh')).toBe(clause);
});

it('leaves no Chinese in a clause of any platform', () => {
  const clauses = JSON.stringify(builtInPlatforms.map(({ profile }) => profile)).matchAll(
    /"(?:[a-z]+C|c)lause":"([^"]*)"/g,
  );
  const found = [...clauses].map(([, clause = '']) => clauseText(clause, 'en'));
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter((text) => /[\p{Script=Han}（）、，]/u.test(text))).toEqual([]);
});
