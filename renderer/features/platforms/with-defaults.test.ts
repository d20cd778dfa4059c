import { expect, it } from 'vitest';
import { ldt6008 } from '../../../shared/providers/ldt6008/profile.ts';
import { withDefaults } from './with-defaults.ts';

const [first] = ldt6008.conventions;

it('puts the chosen value first and leaves all others as they are', () => {
  const [, second] = first.values;
  const edited = withDefaults(ldt6008, { [first.name]: second.value }) as unknown as typeof ldt6008;
  expect(edited.conventions[0].values.map(({ value }) => value)).toEqual([
    second.value,
    ...first.values.map(({ value }) => value).filter((value) => value !== second.value),
  ]);
  expect(edited.conventions[0].mark).toBe('A');
  expect(edited.conventions.slice(1)).toEqual(JSON.parse(JSON.stringify(ldt6008.conventions.slice(1))));
});

it('adds a value that is not listed', () => {
  const edited = withDefaults(ldt6008, { [first.name]: 'another' }) as unknown as typeof ldt6008;
  expect(edited.conventions[0].values[0]).toEqual({ value: 'another', title: { zh: 'another', en: 'another' } });
});
