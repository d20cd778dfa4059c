import { expect, it } from 'vitest';
import { memberAt } from './member-at.ts';

const line = '  "aac003": "张三", "aac002" : "11010519491231002X", "rows": 10, "list": [';

it('finds the member by its name and by its value', () => {
  const name = memberAt(line, line.indexOf('aac002') + 1);
  expect(name).toMatchObject({ name: 'aac002', value: '11010519491231002X' });
  expect(memberAt(line, line.indexOf('49123') + 1)).toEqual(name);
  expect(line.slice((name?.start ?? 0) - 1, (name?.end ?? 0) - 1)).toBe('"aac002" : "11010519491231002X"');
  expect(memberAt(line, line.indexOf('10,') + 1)).toMatchObject({ name: 'rows', value: '10' });
  expect(memberAt(line, line.indexOf('list') + 1)).toMatchObject({ name: 'list', value: undefined });
});

it('reads escapes, and finds nothing beside members', () => {
  expect(memberAt('{"a\\u0061c": "\\"x\\""}', 3)).toMatchObject({ name: 'aac', value: '"x"' });
  expect(memberAt(line, 1)).toBeUndefined();
  expect(memberAt('["aac002"]', 4)).toBeUndefined();
  expect(memberAt(`"a": "${'x'.repeat(30_000)}"`, 2)).toBeUndefined();
});
