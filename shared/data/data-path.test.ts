import { expect, it } from 'vitest';
import { valueAt, withValueAt } from './data-path.ts';

const data = { list: [{ name: 'a' }, { name: 'b' }], map: { x: 1 } };

it('finds what stands at a place, and nothing where there is none', () => {
  expect(valueAt(data, ['list', 1, 'name'])).toBe('b');
  expect(valueAt(data, ['list', 2, 'name'])).toBeUndefined();
  expect(valueAt(data, ['map', 'constructor'])).toBeUndefined();
});

it('changes one place and leaves all else the same, not only equal', () => {
  const changed = withValueAt(data, ['list', 0, 'name'], 'c') as typeof data;
  expect(changed).toEqual({ list: [{ name: 'c' }, { name: 'b' }], map: { x: 1 } });
  expect(changed.map).toBe(data.map);
  expect(data.list[0]).toEqual({ name: 'a' });
});

it('makes maps on the way, and takes members and items away', () => {
  expect(withValueAt({}, ['a', 'b'], 1)).toEqual({ a: { b: 1 } });
  expect(withValueAt(data, ['list', 0], undefined)).toEqual({ list: [{ name: 'b' }], map: { x: 1 } });
  expect(withValueAt(data, ['map', 'x'], undefined)).toEqual({ list: data.list, map: {} });
});
