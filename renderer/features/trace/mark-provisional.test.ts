import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markProvisional } from './mark-provisional.ts';

it('marks serial, nonce and time where they stand in the string', () => {
  const text = 'nonce=dbea7d58e3014126897614c8&serviceReqId=B100000KJGK20170122000000001&x=20170122';
  const pieces = markProvisional(text, ['dbea7d58e3014126897614c8', 'B100000KJGK20170122000000001', '1']);
  expect(pieces.filter(({ provisional }) => provisional).map((piece) => piece.text)).toEqual([
    'dbea7d58e3014126897614c8',
    'B100000KJGK20170122000000001',
  ]);
});

it('takes values as they are, not as patterns', () => {
  expect(markProvisional('a+b.c*d', ['a+b.c*d'])).toEqual([{ text: 'a+b.c*d', provisional: true }]);
  expect(markProvisional('aXbXcXd', ['a.b.c.d'])).toEqual([{ text: 'aXbXcXd', provisional: false }]);
});

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, values) => {
      expect(
        markProvisional(text, values)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
