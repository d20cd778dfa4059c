import { expect, it } from 'vitest';
import { generateKinds } from './generate-kinds.ts';

it('offers what the slot takes, and all without a slot', () => {
  expect(generateKinds('sm2Private')).toEqual(['sm2']);
  expect(generateKinds('sm4')).toEqual(['sm4Hex', 'sm4Base64', 'sm4Characters', 'sm4Digits']);
  expect(generateKinds('text')).toEqual(['secret']);
  expect(generateKinds('sm2Public')).toEqual([]);
  expect(generateKinds(undefined)).toHaveLength(6);
});
