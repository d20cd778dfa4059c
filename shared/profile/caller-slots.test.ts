import { expect, it } from 'vitest';
import { resolveConventions } from './conventions.ts';
import { ldt6008 } from '../providers/ldt6008/profile.ts';
import { callerSlots } from './caller-slots.ts';

const slotsWith = (choices: Record<string, string>) =>
  callerSlots(ldt6008, resolveConventions(ldt6008, choices)).map(({ name }) => name);

it('asks for what the steps of a caller read, and not for the keys of the other side', () => {
  expect(slotsWith({})).toEqual(['sm4Key']);
  expect(slotsWith({ digest: 'HMAC-SM3' })).toEqual(['sm4Key', 'secret']);
  expect(slotsWith({ cipher: 'none' })).toEqual([]);
  expect(slotsWith({ cipher: 'SM2', digest: 'SM2' })).toEqual(['callerPrivateKey', 'providerPublicKey']);
  expect(slotsWith({ cipher: 'SM2', responseCipher: 'sm4' })).toEqual(['sm4Key', 'providerPublicKey']);
});
