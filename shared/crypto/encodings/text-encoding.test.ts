import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, encodeText, type TextEncoding } from './text-encoding.ts';

const encodings: readonly TextEncoding[] = ['hex', 'HEX', 'base64', 'base64url', 'base64lines'];

test('each encoding looks as its name says', () => {
  const bytes = Uint8Array.of(0xfb, 0xff, 0xfe, 0x0a);
  expect(encodings.map((encoding) => encodeText(bytes, encoding))).toEqual([
    'fbfffe0a',
    'FBFFFE0A',
    '+//+Cg==',
    '-__-Cg',
    '+//+Cg==',
  ]);
});

test('each encoding is read back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...encodings), fc.uint8Array({ maxLength: 200 }), (encoding, bytes) => {
      expect(decodeText(encodeText(bytes, encoding), encoding)).toEqual(bytes);
    }),
  );
});

test('the engine is asked for hex and Base64', () => {
  const engine = { encodeHex: () => 'ab', encodeBase64: () => 'Zg==' };
  expect(encodeText(Uint8Array.of(1), 'hex', engine)).toBe('ab');
  expect(encodeText(Uint8Array.of(1), 'HEX', engine)).toBe('AB');
  expect(encodeText(Uint8Array.of(1), 'base64', engine)).toBe('Zg==');
});
