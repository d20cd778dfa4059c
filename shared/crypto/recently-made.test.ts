import { expect, test, vi } from 'vitest';
import { recentlyMade } from './recently-made.ts';

test('makes once, forgets the one not asked for longest', () => {
  const make = vi.fn((bytes: Uint8Array) => [...bytes].join());
  const get = recentlyMade({ size: 2, make });
  const [first, second, third] = [1, 2, 3].map((byte) => Uint8Array.of(byte, byte)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  expect([first, second, first, third, first].map(get)).toEqual(['1,1', '2,2', '1,1', '3,3', '1,1']);
  expect(make).toHaveBeenCalledTimes(3);
  expect(get(second)).toBe('2,2');
  expect(make).toHaveBeenCalledTimes(4);
});

test('keeps its own copy of the bytes, whatever becomes of the caller’s', () => {
  const get = recentlyMade({ size: 2, make: (bytes) => [...bytes].join() });
  const key = Buffer.of(1);
  expect(get(key)).toBe('1');
  key[0] = 2;
  expect(get(key)).toBe('2');
  expect(get(Uint8Array.of(1))).toBe('1');
});

test('keeps nothing of what could not be made', () => {
  let fails = true;
  const get = recentlyMade({
    size: 1,
    make() {
      if (fails) throw new Error('not now');
      return 'made';
    },
  });
  expect(() => get(Uint8Array.of(1))).toThrow('not now');
  fails = false;
  expect(get(Uint8Array.of(1))).toBe('made');
});
