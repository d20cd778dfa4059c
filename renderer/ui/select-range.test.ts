import { expect, it } from 'vitest';
import { selectRange } from './select-range.ts';

const ids = ['a', 'b', 'c', 'd'];

it('takes everything between the two, both included, in either direction', () => {
  expect(selectRange(ids, { from: 'b', to: 'd' })).toEqual(['b', 'c', 'd']);
  expect(selectRange(ids, { from: 'd', to: 'b' })).toEqual(['b', 'c', 'd']);
});

it('takes the one alone where the other is not listed', () => {
  expect(selectRange(ids, { from: undefined, to: 'c' })).toEqual(['c']);
  expect(selectRange(ids, { from: 'gone', to: 'c' })).toEqual(['c']);
});
