import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  base64FromBytes,
  base64LinesFromBytes,
  base64UrlFromBytes,
  bytesFromBase64,
  bytesFromBase64Lines,
  bytesFromBase64Url,
} from './base64.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('RFC 4648 section 10: %j is %j', (text, encoded) => {
  expect(base64FromBytes(bytes(text))).toBe(encoded);
  expect(bytesFromBase64(encoded)).toEqual(bytes(text));
});

test('what is written is what Buffer writes, and is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
      const buffer = Buffer.from(given);
      expect(base64FromBytes(given)).toBe(buffer.toString('base64'));
      expect(base64UrlFromBytes(given)).toBe(buffer.toString('base64url'));
      expect(bytesFromBase64(base64FromBytes(given))).toEqual(given);
      expect(bytesFromBase64Url(base64UrlFromBytes(given))).toEqual(given);
      expect(bytesFromBase64Lines(base64LinesFromBytes(given))).toEqual(given);
    }),
  );
});

test('a text that is read is the only one for its bytes', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'AQgwB+/9='.split('')), maxLength: 9 });
  fc.assert(
    fc.property(digits, (text) => {
      let decoded: Uint8Array;
      try {
        decoded = bytesFromBase64(text);
      } catch {
        return;
      }
      expect(base64FromBytes(decoded)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['Zg=', 'base64.length'],
  ['Zg', 'base64.length'],
  ['Zm9vY', 'base64.length'],
  ['=', 'base64.length'],
  ['====', 'base64.character'],
  ['Z===', 'base64.character'],
  ['Zg==Zg==', 'base64.character'],
  ['Zh==', 'base64.trailingBits'],
  ['Zm9=', 'base64.trailingBits'],
  ['Zm 9', 'base64.character'],
  ['Zm9v\n', 'base64.character'],
  ['Zm-_', 'base64.character'],
  ['Ｚm9v', 'base64.character'],
])('%j is refused as %s', (text, code) => {
  expect(() => bytesFromBase64(text)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['Zg==', 'base64.character'],
  ['Zm+/', 'base64.character'],
  ['Zm9vY', 'base64.length'],
  ['Zh', 'base64.trailingBits'],
])('url form %j is refused as %s', (text, code) => {
  expect(() => bytesFromBase64Url(text)).toThrow(expect.objectContaining({ code }));
});

test('lines have 76 characters, CRLF between them and none behind the last', () => {
  const text = base64LinesFromBytes(new Uint8Array(58));
  expect(text).toBe(`${'A'.repeat(76)}\r\n${'A'.repeat(2)}==`);
  expect(base64LinesFromBytes(new Uint8Array(57))).toBe('A'.repeat(76));
  expect(base64LinesFromBytes(new Uint8Array())).toBe('');
});

test('line ends of every kind are left out, anything else is refused where it stands', () => {
  expect(bytesFromBase64Lines('Zm9v\nYmFy\r\n')).toEqual(bytes('foobar'));
  expect(bytesFromBase64Lines('\r\nZm9vYmFy')).toEqual(bytes('foobar'));
  expect(() => bytesFromBase64Lines('Zm9v\r\nYm Fy')).toThrow('character 9 ');
  expect(() => bytesFromBase64Lines('Zm9v\r\n\tYm')).toThrow('character 7 ');
});
