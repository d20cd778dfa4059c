import { expect, it } from 'vitest';
import { countFaults, withFault } from './active-faults.ts';

it('counts the switches that are on', () => {
  expect(countFaults({})).toBe(0);
  expect(countFaults({ status: '30', notJson: true, wrongKey: false, delayMilliseconds: 0 })).toBe(2);
});

it('moves one switch and leaves no trace of one that is off', () => {
  const on = withFault({ notJson: true }, 'status', '40');
  expect(on).toEqual({ notJson: true, status: '40' });
  expect(withFault(on, 'status', undefined)).toEqual({ notJson: true });
  expect(withFault(on, 'notJson', false)).toEqual({ status: '40' });
  expect(withFault({}, 'delayMilliseconds', 0)).toEqual({});
});
