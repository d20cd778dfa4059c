import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atPointer, withAtPointer } from './json-pointer.ts';
import { parseJson } from './json-text.ts';
import { readSingleQuoted, writeSingleQuoted } from './single-quoted.ts';
import { writeJson } from './write-json.ts';

it('reads what systems put into a string', () => {
  const text = `{'ZZMC':'营业执照','a':{'n':1.50,'s':"it's"},'q':'say "hi"','o':'O\\'Neil','list':[true,null]}`;
  expect(writeJson(readSingleQuoted(text), 'compact')).toBe(
    '{"ZZMC":"营业执照","a":{"n":1.50,"s":"it\'s"},"q":"say \\"hi\\"","o":"O\'Neil","list":[true,null]}',
  );
  expect(writeJson(readSingleQuoted("{'o':'O'Neil'}"), 'compact')).toBe('{"o":"O\'Neil"}');
  for (const wrong of ["{'a':'b}", '{', "{'a' 1}", '{"a']) {
    expect(() => readSingleQuoted(wrong)).toThrow(expect.objectContaining({ code: 'json.singleQuoted' }));
  }
});

it('gives back every JSON value that it wrote', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const node = parseJson(JSON.stringify(value)).root;
      // Text that ends a string early is only told apart by its escape, which is written.
      expect(writeJson(readSingleQuoted(writeSingleQuoted(node)), 'compact')).toBe(writeJson(node, 'compact'));
    }),
  );
});

it('follows pointers as RFC 6901 has them', () => {
  const { root } = parseJson('{"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"d":{"e":[{"f":2}]}}');
  const found = (pointer: string) => {
    const node = atPointer(root, pointer);
    return node && writeJson(node, 'compact');
  };
  expect(found('')).toBe(writeJson(root, 'compact'));
  expect(found('/foo/1')).toBe('"baz"');
  expect(found('/')).toBe('0');
  expect(found('/a~1b')).toBe('1');
  expect(found('/m~0n')).toBe('8');
  expect(found('/d/e/0/f')).toBe('2');
  for (const nothing of ['/foo/2', '/foo/01', '/x', '/foo/bar']) expect(found(nothing)).toBeUndefined();
  const changed = withAtPointer(root, '/d/e/0/f', () => ({ type: 'string', value: 'x' }));
  expect(writeJson(changed, 'compact')).toBe('{"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"d":{"e":[{"f":"x"}]}}');
  expect(withAtPointer(root, '/no/where', () => ({ type: 'string', value: 'x' }))).toEqual(root);
});
