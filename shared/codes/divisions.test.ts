import { expect, it } from 'vitest';
import { divisionName } from './divisions.ts';

it('names provinces, counties and the two additions, and nothing else', () => {
  expect(divisionName('110000')).toBe('北京市');
  expect(divisionName('110105')).toBe('朝阳区');
  expect(divisionName('100000')).toContain('部级');
  expect(divisionName('660000')).toBe('新疆生产建设兵团');
  expect(divisionName('999999')).toBeUndefined();
});
