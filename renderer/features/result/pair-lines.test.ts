import { expect, it } from 'vitest';
import { pairLines } from './pair-lines.ts';

it('breaks a string to sign before each pair, and leaves one with a body alone', () => {
  expect(pairLines('a=1&b=2&c=')).toBe('a=1\n&b=2\n&c=');
  expect(pairLines('a=1&body={"x":"&"}')).toBe('a=1&body={"x":"&"}');
});
