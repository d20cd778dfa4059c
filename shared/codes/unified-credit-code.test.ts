import { expect, it } from 'vitest';
import { unifiedCreditCodeFault } from './unified-credit-code.ts';

const right = '91350100M000100Y43';

it('accepts the example of GB 32100', () => {
  expect(unifiedCreditCodeFault(right)).toBeUndefined();
});

it('says which check character would be right', () => {
  const fault = unifiedCreditCodeFault('91350100M000100Y44');
  expect(fault?.message.zh).toContain('校验位应为 3，实际是 4（GB 32100）');
  expect(fault?.message.en).toContain('should be 3 and is 4 (GB 32100)');
});

it.each([
  ['91350100M000100Y4', 'length', 'this has 17'],
  ['91350100M0001OOY43', 'characters', 'Character 14 is "O"'],
  ['9135A100M000100Y43', 'characters', 'Character 5 is "A" and should be a digit (characters 3 to 8 are a division)'],
])('tells what is wrong with %s', (text, kind, words) => {
  const fault = unifiedCreditCodeFault(text);
  expect(fault?.fault).toBe(kind);
  expect(fault?.message.en).toContain(words);
});
