import { expect, it } from 'vitest';
import { db32t3761 } from '../providers/db32t3761/profile.ts';
import { db51t2942 } from '../providers/db51t2942/profile.ts';
import { qrMembers } from './qr-members.ts';

it('finds what the folder of a platform marks as the content of a code, in lists too', () => {
  const answer = db51t2942.interfaces.find(({ id }) => id === 'qrCode')?.responseSchema;
  expect(qrMembers(answer)('/dataList/3/content')).toBe(true);
  expect(qrMembers(answer)('/dataList/3/other')).toBe(false);
  expect(qrMembers(answer)('')).toBe(false);
  const request = db32t3761.interfaces.find(({ id }) => id === 'scan')?.requestSchema;
  expect(qrMembers(request)('/url')).toBe(true);
  expect(qrMembers(request)('/source')).toBe(false);
  expect(qrMembers(undefined)('/url')).toBe(false);
});
