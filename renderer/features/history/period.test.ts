import { expect, it } from 'vitest';
import { rangeOfDays, rangeOfPeriod } from './period.ts';

const now = new Date(2026, 2, 3, 15, 30);

it('counts whole days, today among them', () => {
  expect(rangeOfPeriod('today', now)).toEqual({ from: new Date(2026, 2, 3).getTime(), to: undefined });
  expect(rangeOfPeriod('week', now).from).toBe(new Date(2026, 1, 25).getTime());
  expect(rangeOfPeriod('month', now).from).toBe(new Date(2026, 1, 2).getTime());
});

it('takes the whole of the last day, and either end may be open', () => {
  expect(rangeOfDays({ from: '2026-02-28', to: '2026-02-28' })).toEqual({
    from: new Date(2026, 1, 28).getTime(),
    to: new Date(2026, 2, 1).getTime(),
  });
  expect(rangeOfDays({ from: '', to: '' })).toEqual({ from: undefined, to: undefined });
});
