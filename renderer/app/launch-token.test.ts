import { expect, it } from 'vitest';
import { takeLaunchToken, type TokenPlace } from './launch-token.ts';

function placeWith(hash: string, stored?: string) {
  const kept = new Map(stored === undefined ? [] : [['hufu.launchToken', stored]]);
  const addresses: string[] = [];
  const place: TokenPlace = {
    location: { hash, pathname: '/', search: '?a=1' },
    history: { replaceState: (_state, _unused, url) => addresses.push(String(url)) },
    sessionStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) },
  };
  return { place, kept, addresses };
}

it('takes the token from the fragment, keeps it for reloads and clears the address bar', () => {
  const { place, kept, addresses } = placeWith('#token=abc-_1');
  expect(takeLaunchToken(place)).toBe('abc-_1');
  expect([...kept.values()]).toEqual(['abc-_1']);
  expect(addresses).toEqual(['/?a=1']);
});

it('finds the token again after a reload, and prefers that of a new launch', () => {
  expect(takeLaunchToken(placeWith('', 'old').place)).toBe('old');
  expect(takeLaunchToken(placeWith('#token=new', 'old').place)).toBe('new');
  expect(takeLaunchToken(placeWith('').place)).toBeUndefined();
});
