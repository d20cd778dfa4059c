import { expect, test } from 'vitest';
import { createLaunchToken, isLaunchToken } from './launch-token.ts';

test('256 bits, another one each time', () => {
  const tokens = Array.from({ length: 20 }, createLaunchToken);
  expect(new Set(tokens).size).toBe(20);
  expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32 && token.length === 43)).toBe(true);
});

test('only the token itself is the token', () => {
  const token = createLaunchToken();
  expect(isLaunchToken(token, token)).toBe(true);
  for (const other of ['', token.slice(0, -1), `${token}=`, token.toLowerCase(), createLaunchToken()]) {
    expect(isLaunchToken(other, token)).toBe(false);
  }
});
