import { expect, it } from 'vitest';
import type { Environment } from '../../../../shared/model/environment.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { filledBy, keySummary } from './key-state.ts';

const environment: Environment = {
  id: 'e',
  platform: 'ldt6008',
  title: { zh: '', en: '' },
  url: '',
  values: {},
  conventions: {},
  keys: [
    { slot: 'sm4Key', filledBy: 'sample' },
    { slot: 'secret', filledBy: 'session' },
  ],
};
const slots = (...names: string[]) => ldt6008.keySlots.filter(({ name }) => names.includes(name));

it('sums up the slots that are needed, and no others', () => {
  expect(keySummary(environment, slots('sm4Key'))).toEqual({ missing: 0, kind: 'sample' });
  expect(keySummary(environment, slots('sm4Key', 'secret'))).toEqual({ missing: 0, kind: 'session' });
  expect(keySummary(environment, slots('sm4Key', 'callerPrivateKey'))).toEqual({ missing: 1, kind: 'sample' });
  expect(keySummary(environment, [])).toEqual({ missing: 0, kind: 'none' });
});

it('takes a slot nobody speaks of for empty', () => {
  expect(filledBy(environment, 'callerPublicKey')).toBe('nothing');
  expect(filledBy(undefined, 'sm4Key')).toBe('nothing');
});
