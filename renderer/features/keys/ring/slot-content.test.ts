import { expect, it } from 'vitest';
import type { KeyRing, KeySummary, KeyUse } from '../../../../shared/model/key-ring.ts';
import { slotContent } from './slot-content.ts';

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
const finding = { code: 'key.otherReading', severity: 'warning', message: { zh: '不同', en: 'differs' } } as const;
const ring: KeyRing = {
  keys: [newest, older, retired],
  environments: [
    {
      environment: 'e',
      origins: [],
      slots: [
        { slot: 'sm4Key', versions: ['newest', 'retired', 'older'], findings: [finding] },
        { slot: 'secret', versions: ['newest'], findings: [] },
      ],
    },
  ],
};

it('gathers the versions of a slot and the one in use', () => {
  const { versions, active, findings } = slotContent(ring, { environment: 'e', slot: 'sm4Key' });
  expect(versions.map((version) => version.key.id)).toEqual(['newest', 'retired', 'older']);
  expect(active?.key.id).toBe('newest');
  expect(findings).toEqual([finding]);
});

it('knows nothing of a slot that was never filled, and nothing while the vault is locked', () => {
  expect(slotContent(ring, { environment: 'other', slot: 'sm4Key' }).versions).toEqual([]);
  expect(slotContent(undefined, { environment: 'e', slot: 'sm4Key' }).active).toBeUndefined();
});
