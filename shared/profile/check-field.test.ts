import { expect, it } from 'vitest';
import { checkField } from './check-header.ts';
import { profileSchema, type HeaderField } from './profile.ts';

const field: HeaderField = {
  name: 'applicant',
  title: { zh: '申请人', en: 'Applicant' },
  presence: { request: 'required' },
  rule: { rule: 'byHand' },
  length: { atMost: 64 },
  clause: '7.1',
  mark: 'A',
};

it('warns of a wrong check character in a header, under the clause of the field, without the number', () => {
  const checked: HeaderField = { ...field, check: 'unifiedCreditCode' };
  expect(checkField(checked, '91350100M000100Y43')).toEqual([]);
  expect(checkField(checked, '91350100M000100Y44')).toEqual([
    {
      code: 'code.checkCharacter',
      severity: 'warning',
      field: 'applicant',
      clause: '7.1',
      mark: 'A',
      message: {
        zh: '申请人（applicant）：校验位应为 3，实际是 4（GB 32100）；请核对各位，或确认是有意为之。',
        en: 'Applicant (applicant): The check character should be 3 and is 4 (GB 32100); look for a mistyped character, unless it is meant to be wrong.',
      },
    },
  ]);
});

it.each([
  ['division', '119999', 'header.division'],
  ['certificateType', '11', 'header.certificateType'],
] as const)('warns of a code that the table %s lacks', (codes, value, code) => {
  expect(checkField({ ...field, codes }, value)).toMatchObject([{ code, severity: 'warning', field: 'applicant' }]);
});

it('says nothing of a code that an incomplete table lacks', () => {
  expect(checkField({ ...field, codes: 'licenceUse' }, '03')).toEqual([]);
});

it('takes the names of tables and checks from a profile, and no others', () => {
  const { header, indicators } = profileSchema.unwrap().shape;
  const member = { name: 'number', title: field.title, mark: 'A', source: '7.1' };
  expect(header.safeParse([{ ...field, check: 'identityNumber', codes: 'status' }]).success).toBe(true);
  expect(header.safeParse([{ ...field, check: 'luhn' }]).success).toBe(false);
  expect(indicators.safeParse([{ ...member, codes: 'holderCodeType', checkBy: 'type' }]).success).toBe(true);
  expect(indicators.safeParse([{ ...member, codes: 'status' }]).success).toBe(false);
});
