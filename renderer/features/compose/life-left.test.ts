import { expect, it } from 'vitest';
import { lifeLeft } from './life-left.ts';

it.each([
  [0, undefined],
  [-5, undefined],
  [999, undefined],
  [1000, { unit: 'seconds', count: 1 }],
  [119_999, { unit: 'seconds', count: 119 }],
  [120_000, { unit: 'minutes', count: 2 }],
  [119 * 60_000, { unit: 'minutes', count: 119 }],
  [24 * 3_600_000, { unit: 'hours', count: 24 }],
])('%i milliseconds: %j', (milliseconds, expected) => {
  expect(lifeLeft(milliseconds)).toEqual(expected);
});
