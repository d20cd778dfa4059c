import fc from 'fast-check';
import { expect, it } from 'vitest';
import { certificateIdentifier, certificateIdentifierFault } from './certificate-identifier.ts';
import { checkCharacter } from './mod-37-36.ts';

it('has the check character of the known example: a Global Release Identifier', () => {
  expect(checkCharacter('A12425GABC1234002')).toBe('M');
  expect(checkCharacter('a')).toBeUndefined();
});

const parts = { type: '11100000MB0000000A001', issuer: '91350100M000100Y43', serial: '0001', version: '001' };

it('finds every single wrong character', () => {
  const right = certificateIdentifier(parts);
  expect(certificateIdentifierFault(right)).toBeUndefined();
  const start = '1.2.156.3005.2.'.length;
  fc.assert(
    fc.property(
      fc.integer({ min: start, max: right.length - 1 }),
      fc.constantFrom('0', '1', '5', '9', 'A', 'M', 'Z'),
      (at, other) => {
        if (right[at] === '.' || right[at] === other) return;
        expect(certificateIdentifierFault(right.slice(0, at) + other + right.slice(at + 1))?.fault).toBe(
          'checkCharacter',
        );
      },
    ),
  );
});

it.each([
  ['1.2.156.3005.3.A', 'begins with 1.2.156.3005.2.'],
  ['1.2.156.3005.2.11100000MB0000000A001.91350100M000100Y43.0001.001', 'this has 4'],
  ['1.2.156.3005.2.11100000MB0000000A01.91350100M000100Y43.0001.001.A', 'it has 20 characters'],
  ['1.2.156.3005.2.11100000MB0000000A001.91350100M000100Y43..001.A', 'Part 3'],
])('says which part of "%s" has a wrong form', (text, words) => {
  const fault = certificateIdentifierFault(text);
  expect(fault?.fault).toBe('form');
  expect(fault?.message.en).toContain(words);
});
