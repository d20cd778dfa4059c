import { expect, it } from 'vitest';
import { idleChoices } from './idle-choices.ts';

it('offers what was set elsewhere in its place, and never at the end', () => {
  expect(idleChoices(15)).toEqual([5, 15, 30, 60, 240, 1440, 0]);
  expect(idleChoices(20)).toEqual([5, 15, 20, 30, 60, 240, 1440, 0]);
  expect(idleChoices(0).at(-1)).toBe(0);
});
