import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInProviders } from '../providers/providers.ts';
import { personalMembers } from './personal-members.ts';
import { maskRanges, personalRanges } from './personal-ranges.ts';

const names = personalMembers(builtInProviders.all().map(({ profile }) => profile));
const mask = (text: string): string => maskRanges(text, personalRanges(text, names));

describe('personal data on screen', () => {
  it('is known by what the standards call it', () => {
    for (const name of ['aac003', 'aac002', 'aac147']) expect(names, name).toContain(name);
    for (const name of ['appcode', 'servicecode', 'nonce', 'signature', 'timestamp']) expect(names).not.toContain(name);
  });

  it.each([
    ['{"aac003":"张三","other":"开"}', '{"aac003":"••","other":"开"}'],
    ['{\n  "AAC003": "张\\"三",\n  "n": 1\n}', '{\n  "AAC003": "•••••",\n  "n": 1\n}'.replace('•••••', '••••')],
    ['{"data":"{\\"aac003\\":\\"张三\\"}"}', '{"data":"{\\"aac003\\":\\"••\\"}"}'],
    ["{'aac003':'张三'}", "{'aac003':'••'}"],
    ['appCode=B1&aac003=张三&n=1', 'appCode=B1&aac003=••&n=1'],
    ['身份证 11010519491231002X 完', '身份证 •••••••••••••••••• 完'],
    ['"phone":"13800138000"', `"phone":"${'•'.repeat(11)}"`],
    ['卡 4111111111111111。', `卡 ${'•'.repeat(16)}。`],
    ['91350100M000100Y43', '•'.repeat(18)],
  ])('is masked: %s', (text, masked) => expect(mask(text)).toBe(masked));

  it.each([
    'serviceReqId=B100000KJGK20261124000000001&timestamp=20261124115218',
    '{"time":"2026-11-24 11:52:18","ms":1795492338000}',
    '4111111111111112',
    '110105194912310021',
    'c585f41a36df3e6396d7f52a13800138000ff',
  ])('is not seen in %s', (text) => expect(mask(text)).toBe(text));

  it('keeps the length of every text, and masks nothing twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, behind) => {
        const text = `${before} 11010519491231002X ${behind}`;
        const masked = mask(text);
        expect([...masked]).toHaveLength([...text].length);
        expect(masked).not.toContain('11010519491231002X');
        expect(mask(masked)).toBe(masked);
      }),
    );
  });

  it('takes no longer for hostile texts', () => {
    for (const part of ['"a":"', '\\"', "'x'", '1', 'a='])
      expect(mask(part.repeat(20_000)).length).toBe(part.length * 20_000);
  });
});
