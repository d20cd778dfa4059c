import { expect, it } from 'vitest';
import { parseJson } from './json-text.ts';
import { pointersLike } from './json-pointer.ts';

const { root } = parseJson('{"data":[{"file":1},{"other":2},{"file":null}],"one":{"file":3},"*":4,"rows":[[1,2],[3]]}');

it.each([
  ['', ['']],
  ['/one/file', ['/one/file']],
  ['/one/none', []],
  ['/data/*/file', ['/data/0/file', '/data/2/file']],
  ['/data/*', ['/data/0', '/data/1', '/data/2']],
  ['/rows/*/*', ['/rows/0/0', '/rows/0/1', '/rows/1/0']],
  // An object has no items, whatever its members are called.
  ['/one/*', []],
  ['/*', []],
])('finds what is like %s', (pattern, pointers) => {
  expect(pointersLike(root, pattern)).toEqual(pointers);
});
