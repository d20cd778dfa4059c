import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import { bytesFromHex, hexFromBytes } from './hex.ts';

test('every byte has two digits, lower case', () => {
  expect(hexFromBytes(Uint8Array.of(0, 9, 10, 0x7f, 0x80, 255))).toBe('00090a7f80ff');
  expect(hexFromBytes(new Uint8Array())).toBe('');
});

test('both cases are read', () => {
  expect(bytesFromHex('00fFAb')).toEqual(Uint8Array.of(0, 255, 0xab));
  expect(bytesFromHex('')).toEqual(new Uint8Array());
});

test('what is written is what Buffer writes, and is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hexFromBytes(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(bytesFromHex(hexFromBytes(bytes))).toEqual(bytes);
    }),
  );
});

test.each([
  ['0', 'hex.oddLength', ' 1;'],
  ['abc', 'hex.oddLength', ' 3;'],
  ['0g', 'hex.character', 'character 2 '],
  ['0x12', 'hex.character', 'character 2 '],
  [' 00', 'hex.character', 'character 1 '],
  ['00\n', 'hex.character', 'character 3 '],
  ['００', 'hex.character', 'character 1 '],
])('%j is refused as %s', (text, code, place) => {
  expect(() => bytesFromHex(text)).toThrow(expect.objectContaining({ code }));
  expect(() => bytesFromHex(text)).toThrow(HufuError);
  expect(() => bytesFromHex(text)).toThrow(place);
});
