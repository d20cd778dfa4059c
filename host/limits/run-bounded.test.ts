import { expect, it } from 'vitest';
import { runBounded } from './run-bounded.ts';

const milliseconds = 100;
const tooSlow = expect.objectContaining({ code: 'platform.tooSlow' }) as Error;

it('gives what the computation gives, and throws what it throws', () => {
  expect(runBounded(() => ({ a: [1] }), { milliseconds })).toEqual({ a: [1] });
  const failing = () => {
    throw new RangeError('no');
  };
  expect(() => runBounded(failing, { milliseconds })).toThrow(RangeError);
});

it.each([
  [
    'a loop',
    () => {
      for (;;);
    },
  ],
  ['a regular expression', () => /^(?:(?:a+)+)$/.test(`${'a'.repeat(60)}!`)],
])('ends what does not end by itself: %s', (_name, work) => {
  expect(() => runBounded(work, { milliseconds })).toThrow(tooSlow);
});

it('bounds one computation within another', () => {
  const inner = () => runBounded(() => 1, { milliseconds });
  expect(runBounded(() => [inner(), inner()], { milliseconds: 1000 })).toEqual([1, 1]);
  const outer = () => {
    for (;;) inner();
  };
  expect(() => runBounded(outer, { milliseconds })).toThrow(tooSlow);
});
