import { expect, it } from 'vitest';
import type { KeyRing, KeySummary, KeyUse } from '../../../../shared/model/key-ring.ts';
import { removalEffects } from './removal-effects.ts';

const usedFor = (slot: string, state: KeyUse['state']): KeyUse => ({ environment: 'e', slot, state, since: 0 });
const key = (id: string, ...uses: readonly KeyUse[]): KeySummary => ({
  id,
  label: id,
  origin: 'imported',
  algorithm: 'sm4',
  form: { zh: '文本', en: 'text' },
  fingerprint: '0011223344556677',
  createdAt: 0,
  uses,
  findings: [],
});

const newest = key('newest', usedFor('sm4Key', 'active'), usedFor('secret', 'active'));
const older = key('older', usedFor('sm4Key', 'former'));
const retired = key('retired', usedFor('sm4Key', 'retired'));
const ring: KeyRing = {
  keys: [newest, older, retired],
  environments: [
    {
      environment: 'e',
      origins: [],
      slots: [
        { slot: 'sm4Key', versions: ['newest', 'retired', 'older'], findings: [] },
        { slot: 'secret', versions: ['newest'], findings: [] },
      ],
    },
  ],
};

it('names what a removal breaks: a former version steps in, a retired one does not', () => {
  expect(removalEffects(ring, newest)).toEqual([
    { use: newest.uses[0], effect: 'falls', next: older },
    { use: newest.uses[1], effect: 'empties' },
  ]);
  expect(removalEffects(ring, older)).toEqual([{ use: older.uses[0], effect: 'forgets' }]);
  expect(removalEffects({ ...ring, keys: [newest, retired] }, newest)[0]?.effect).toBe('empties');
});
