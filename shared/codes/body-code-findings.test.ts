import { expect, it } from 'vitest';
import { db11t2290 } from '../providers/db11t2290/profile.ts';
import { db51t2942 } from '../providers/db51t2942/profile.ts';
import { ldt6008 } from '../providers/ldt6008/profile.ts';
import { bodyCodeFindings } from './body-code-findings.ts';

const wrong = '110105194912310021';

it('finds a wrong number where it stands, with pointer, place and both languages, and without the number', () => {
  const body = `{\n  "list": [{ "aac002": "11010519491231002X" }, {\n    "aac002" : "${wrong}" }]\n}`;
  const findings = bodyCodeFindings(body, ldt6008.indicators);
  expect(findings).toEqual([
    {
      code: 'code.checkCharacter',
      severity: 'warning',
      clause: 'GB 11643',
      mark: 'S',
      field: '/list/1/aac002',
      position: { line: 3, column: 16 },
      message: {
        zh: '社会保障号码（aac002）：校验位应为 X，实际是 1（GB 11643）；请核对各位，或确认是有意为之。',
        en: 'social security number (aac002): The check character should be X and is 1 (GB 11643); look for a mistyped character, unless it is meant to be wrong.',
      },
    },
  ]);
  expect(JSON.stringify(findings)).not.toContain(wrong);
});

it('takes no text inside a value for a member, nor an item for a name', () => {
  const body = JSON.stringify({ note: `"aac002":"${wrong}"`, list: ['aac002', wrong], aac003: { aac002: '' } });
  expect(bodyCodeFindings(body, ldt6008.indicators)).toEqual([]);
});

it('judges numbers without quotes, escaped names, and no variable', () => {
  const found = (body: string) => bodyCodeFindings(body, ldt6008.indicators).map(({ code }) => code);
  expect(found(`{"aac002":${wrong}}`)).toEqual(['code.checkCharacter']);
  expect(found('{"\\u0061ac002":"1"}')).toEqual(['code.length']);
  expect(found('{"aac002":"{{number}}"}')).toEqual([]);
  expect(found('{"aac002":null}')).toEqual([]);
});

it('lets the code beside a number say which number it is', () => {
  const found = (type: string, number: string) =>
    bodyCodeFindings(JSON.stringify({ data_fields: { CYRSFZJHM: number, CYRSFZJLX: type } }), db11t2290.indicators).map(
      ({ code, field }) => `${code} ${field}`,
    );
  expect(found('10', wrong)).toEqual(['code.checkCharacter /data_fields/CYRSFZJHM']);
  expect(found('70', '91350100M000100Y43')).toEqual([]);
  expect(found('70', '91350100M000100Y44')).toEqual(['code.checkCharacter /data_fields/CYRSFZJHM']);
  expect(found('40', wrong)).toEqual([]);
  expect(found('11', wrong)).toEqual(['code.unknown /data_fields/CYRSFZJLX']);
});

it('says nothing of a code that an incomplete table lacks', () => {
  const body = JSON.stringify({ useCause: '03', certificateHolderType: '112', certificateHolderCode: 'nobody' });
  expect(bodyCodeFindings(body, db51t2942.indicators)).toEqual([]);
});

it('reads past a file of two megabytes', () => {
  const body = JSON.stringify({ file_data: 'A'.repeat(2_000_000), identity_num: wrong });
  expect(bodyCodeFindings(body, db11t2290.indicators)).toHaveLength(1);
});
