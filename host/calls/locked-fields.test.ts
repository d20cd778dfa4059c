import { expect, it } from 'vitest';
import { findProvider } from '../../shared/providers/providers.ts';
import { lockedFields } from './locked-fields.ts';

const { profile } = findProvider('db11t2290');

it('keeps what was entered by hand, and leaves a name of a secret to the rule of its field', () => {
  const header = { access_token: 'mine', auth_code: '‹access_token›', item: '1' };
  expect(lockedFields(header, profile)).toEqual(header);
  expect(lockedFields({ ...header, access_token: '‹access_token›' }, profile)).toEqual({
    auth_code: '‹access_token›',
    item: '1',
  });
});
