import { expect, it } from 'vitest';
import { conventionOr, conventionsThatFit } from './by-convention.ts';

const whole = {
  conventions: [
    { name: 'order', values: [{ value: 'bytes' }, { value: 'asSent' }] },
    { name: 'mode', values: [{ value: 'ECB' }, { value: 'CBC' }] },
  ],
};

it('offers conventions whose values all fit, and the one that is there', () => {
  expect(conventionsThatFit(whole, { values: ['ECB', 'CBC', 'GCM'], chosen: 'ECB' })).toEqual(['mode']);
  expect(conventionsThatFit(whole, { values: ['ECB'], chosen: undefined })).toEqual([]);
  expect(conventionsThatFit(whole, { values: ['ECB'], chosen: { convention: 'order' } })).toEqual(['order']);
  expect(conventionsThatFit(whole, { values: undefined, chosen: '' })).toEqual(['order', 'mode']);
});

it('goes from a value to a choice and back', () => {
  for (const value of ['bytes', { convention: 'order' }])
    expect(conventionOr.toValue(conventionOr.toText(value))).toEqual(value);
});
