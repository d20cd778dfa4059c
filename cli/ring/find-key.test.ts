import { describe, expect, it } from 'vitest';
import type { KeySummary } from '../../shared/model/key-ring.ts';
import { findKey } from './find-key.ts';

const key = (id: string, { fingerprint, label }: { fingerprint: string; label: string }): KeySummary => ({
  id,
  fingerprint,
  label,
  algorithm: 'sm4',
  form: { zh: '', en: '' },
  origin: 'imported',
  createdAt: 0,
  uses: [],
  findings: [],
});
const ring = {
  environments: [],
  keys: [
    key('aaaa1111', { fingerprint: '00112233445566aa', label: 'one' }),
    key('aaaa2222', { fingerprint: '8899aabbccddeeff', label: 'two' }),
    key('bbbb3333', { fingerprint: '8899aabbccddeeff', label: '' }),
  ],
};

describe('findKey', () => {
  it.each([
    ['aaaa1111', 'aaaa1111'],
    ['AAAA2', 'aaaa2222'],
    ['bbbb', 'bbbb3333'],
    ['00112233445566AA', 'aaaa1111'],
    ['two', 'aaaa2222'],
  ])('%s is %s', (text, id) => expect(findKey(ring, text).id).toBe(id));

  it.each([
    ['aaaa', 'key.ambiguous'],
    ['8899aabbccddeeff', 'key.ambiguous'],
    ['bbb', 'key.unknown'],
    ['', 'key.unknown'],
    ['three', 'key.unknown'],
  ])('%j is refused: %s', (text, code) => {
    expect(() => findKey(ring, text)).toThrow(expect.objectContaining({ code }));
  });
});
