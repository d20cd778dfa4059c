import { expect, it } from 'vitest';
import { valueAt, withValueAt, type DataPath } from '../../../shared/data/data-path.ts';
import type { Data } from '../../../shared/data/data.ts';
import { ldt6008 } from '../../../shared/providers/ldt6008/profile.ts';
import { withoutClaim } from './without-claim.ts';

const original = JSON.parse(JSON.stringify(ldt6008)) as Data;
const appCode = ldt6008.header.findIndex(({ name }) => name === 'appCode');

function edited(path: DataPath, value: Data, from = original) {
  return withoutClaim(withValueAt(from, path, value), { original, path });
}

it('marks a fact as assumed once it is another than the standard prints', () => {
  expect(valueAt(original, ['header', appCode, 'mark'])).toBe('S');
  expect(valueAt(edited(['header', appCode, 'length'], { exactly: 9 }), ['header', appCode, 'mark'])).toBe('A');
  expect(valueAt(edited(['transport', 'method'], 'GET'), ['transport', 'mark'])).toBe('A');
});

it('leaves the mark that the user gave, and that of words about the fact', () => {
  const seen = edited(['header', appCode, 'mark'], 'F');
  expect(valueAt(edited(['header', appCode, 'length'], { exactly: 9 }, seen), ['header', appCode, 'mark'])).toBe('F');
  expect(valueAt(edited(['header', appCode, 'title'], { zh: '编码', en: 'code' }), ['header', appCode, 'mark'])).toBe(
    'S',
  );
});
