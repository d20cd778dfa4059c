import { expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';

it('lays out objects without touching digits or order', () => {
  expect(prettyJson('{"10":1.10,"2":110105194912310150}')).toBe('{\n  "10": 1.10,\n  "2": 110105194912310150\n}');
});

it('leaves everything else alone', () => {
  expect(prettyJson('"text"')).toBeUndefined();
  expect(prettyJson('{"a":')).toBeUndefined();
  expect(prettyJson('<html>')).toBeUndefined();
});
