import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';

const nothing: ReadonlySet<string> = new Set();

describe('a masked text', () => {
  it('keeps the shape of JSON and none of its values', () => {
    expect(maskText('{"aac003":"张三","aac002":"11010519491231002X","n":12.50,"list":[true,null,"𠮷"]}', nothing)).toBe(
      '{"aac003":"**","aac002":"******************","n":"*****","list":[true,null,"*"]}',
    );
  });

  it('keeps what is public anyway', () => {
    expect(maskText('{"header":{"appCode":"B100000KJGK"},"body":"秘密"}', new Set(['B100000KJGK']))).toBe(
      '{"header":{"appCode":"B100000KJGK"},"body":"**"}',
    );
  });

  it('keeps the names of pairs', () => {
    expect(maskText('appCode=B1&name=张三&{"a":1}', new Set(['B1']))).toBe('appCode=B1&name=**&*******');
  });

  it('takes Base64 for no pair', () => {
    expect(maskText('5byg5LiJ5Lg=', nothing)).toBe('*'.repeat(12));
    expect(maskText('5byg5LiJ5A==', nothing)).toBe('*'.repeat(12));
    expect(maskText('name=张三', nothing)).toBe('name=**');
  });

  it('lets no value of JSON through', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[0-9A-Z张三李四]{3,12}$/)),
        (body) => {
          const masked = maskText(JSON.stringify(body), nothing);
          for (const value of Object.values(body)) expect(masked).not.toContain(value);
          expect(Object.keys(JSON.parse(masked) as object)).toEqual(Object.keys(body));
        },
      ),
    );
  });
});
