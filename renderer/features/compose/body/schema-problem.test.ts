import { expect, it } from 'vitest';
import { createI18n } from '../../../i18n/i18n.ts';
import { isSchemaProblem, schemaProblemText } from './schema-problem.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const t = createI18n('zh').getFixedT('zh');

it.each([
  ['Missing property "aac003".', '缺少成员“aac003”。'],
  ['Incorrect type. Expected "integer".', '类型应为 integer。'],
  ['Incorrect type. Expected one of string, null.', '类型应为 string, null。'],
  ['Value is below the minimum of 1.', '值小于 1。'],
  ['Something new.', 'Something new.'],
])('says %s in Chinese', (message, text) => {
  expect(schemaProblemText({ message, range }, t)).toBe(text);
});

it('leaves syntax to the host', () => {
  expect(isSchemaProblem({ message: '', range, code: 1 })).toBe(true);
  expect(isSchemaProblem({ message: '', range })).toBe(true);
  expect(isSchemaProblem({ message: 'Comma expected', range, code: 0x202 })).toBe(false);
});
