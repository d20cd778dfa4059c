import { expect, it } from 'vitest';
import { resolveConventions } from '../../../../shared/profile/conventions.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { slotGroups } from './slot-groups.ts';

const groupsWith = (choices: Record<string, string>) => {
  const { needed, others } = slotGroups(ldt6008, {
    conventions: resolveConventions(ldt6008, choices),
    transport: {},
  });
  return {
    needed: needed.map(({ name }) => name),
    others: Object.fromEntries(others.map(({ slot, why }) => [slot.name, why])),
  };
};

it('puts every slot of the profile in one place, with why the caller does not need it', () => {
  expect(groupsWith({})).toEqual({
    needed: ['sm4Key'],
    others: {
      secret: 'notNow',
      callerPrivateKey: 'notNow',
      callerPublicKey: 'notNow',
      providerPrivateKey: 'notNow',
      providerPublicKey: 'notNow',
    },
  });
  expect(groupsWith({ digest: 'SM2' })).toMatchObject({
    needed: ['sm4Key', 'callerPrivateKey'],
    others: { callerPublicKey: 'otherSide', secret: 'notNow' },
  });
});
