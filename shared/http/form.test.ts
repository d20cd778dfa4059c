import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressText, formText, readForm, writeForm } from './form.ts';

it('writes forms as the URL Standard does', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))), (pairs) => {
      const own = writeForm(pairs.map(([name, value]) => ({ name, value })));
      expect(own).toBe(new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString());
    }),
  );
});

it('reads what it wrote, and what others write', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.string({ minLength: 1, unit: 'grapheme' }), value: fc.string() })),
      (pairs) => {
        expect(readForm(writeForm(pairs))).toEqual(pairs);
      },
    ),
  );
  expect(readForm('a=%E5%BC%A0+三&b')).toEqual([
    { name: 'a', value: '张 三' },
    { name: 'b', value: '' },
  ]);
  for (const wrong of ['a=%E5', 'a=%', 'a=%zz'])
    expect(() => readForm(wrong)).toThrow(expect.objectContaining({ code: 'form.encoding' }));
});

it('tells a blank of an address from one of a form', () => {
  expect(addressText('a b~')).toBe('a%20b~');
  expect(formText('a b~')).toBe('a+b%7E');
});
