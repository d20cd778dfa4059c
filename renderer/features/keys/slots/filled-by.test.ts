import { expect, it } from 'vitest';
import type { Environment, KeyStatus } from '../../../../shared/model/environment.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { filledBy, keySummary } from './filled-by.ts';

const environmentWith = (keys: readonly KeyStatus[]): Environment => ({
  id: 'e',
  platform: 'ldt6008',
  title: { zh: '', en: '' },
  url: '',
  values: {},
  conventions: {},
  variables: {},
  transport: {},
  keepsBodies: true,
  keys,
  digest: '',
  isSample: false,
});
const slots = (...names: string[]) => ldt6008.keySlots.filter(({ name }) => names.includes(name));
const environment = environmentWith([
  { slot: 'sm4Key', filledBy: 'sample' },
  { slot: 'secret', filledBy: 'session' },
  { slot: 'callerPrivateKey', filledBy: 'vault' },
  { slot: 'providerPublicKey', filledBy: 'locked' },
]);

it('sums up the slots that are needed, and no others', () => {
  expect(keySummary(environment, slots('sm4Key'))).toEqual({ missing: 0, kind: 'sample' });
  expect(keySummary(environment, slots('sm4Key', 'secret'))).toEqual({ missing: 0, kind: 'session' });
  expect(keySummary(environment, slots('sm4Key', 'callerPublicKey'))).toEqual({ missing: 1, kind: 'sample' });
  expect(keySummary(environment, slots('secret', 'callerPrivateKey'))).toEqual({ missing: 0, kind: 'vault' });
  expect(keySummary(environment, [])).toEqual({ missing: 0, kind: 'none' });
});

it('says before all else that the vault is locked', () => {
  expect(keySummary(environment, slots('callerPrivateKey', 'providerPublicKey')).kind).toBe('locked');
});

it('takes a slot nobody speaks of for empty', () => {
  expect(filledBy(environment, 'callerPublicKey')).toBe('nothing');
  expect(filledBy(undefined, 'sm4Key')).toBe('nothing');
});
