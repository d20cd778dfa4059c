import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hexDump } from './hex-dump.ts';

it('shows offset, bytes and characters', () => {
  expect(hexDump('7b22e5bca0223a317d0a4142434445464748', { width: 16 })).toBe(
    [
      '00000000  7b 22 e5 bc a0 22 3a 31  7d 0a 41 42 43 44 45 46  {"...":1}.ABCDEF',
      `00000010  ${'47 48'.padEnd(48)}  GH`,
    ].join('\n'),
  );
  expect(hexDump('7b22e5bca0223a317d', { width: 8 })).toBe(
    ['00000000  7b 22 e5 bc a0 22 3a 31  {"...":1', `00000008  ${'7d'.padEnd(23)}  }`].join('\n'),
  );
  expect(hexDump('', { width: 16 })).toBe('');
});

it('has every byte in its place, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(8 as const, 16 as const), (bytes, width) => {
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const end = 10 + (width === 16 ? 48 : 23);
      const lines = hexDump(hex, { width }).split('\n').filter(Boolean);
      expect(lines.map((line) => line.slice(10, end).replaceAll(' ', '')).join('')).toBe(hex);
      expect(lines.map((line) => line.slice(end + 2)).join('')).toHaveLength(bytes.length);
    }),
  );
});
