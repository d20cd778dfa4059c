import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainStrings } from './explain-strings.ts';

const ours = 'appCode=B1&nonce=n1&serviceCode=S1&timestamp=20261124115218';
const explained = (theirs: string): string =>
  explainStrings(ours, theirs)
    .map(({ zh }) => zh)
    .join('\n');

describe('explainStrings', () => {
  it.each([
    ['a newline at the end', `${ours}\n`, '换行'],
    ['a byte order mark', `\u{FEFF}${ours}`, 'U+FEFF'],
    ['a no-break space', ours.replace('B1', 'B1\u{A0}'), 'U+00A0'],
    ['spaces around', ` ${ours} `, '开头或末尾的空白'],
    ['capitals', ours.toUpperCase(), '大小写'],
    ['full-width characters', ours.replace('B1', 'Ｂ１'), '全角'],
    ['encoded values', ours.replace('n1', 'n%31'), 'URL 编码'],
    ['another order', 'nonce=n1&appCode=B1&serviceCode=S1&timestamp=20261124115218', '次序不同：对方是 nonce、appCode'],
    ['a pair less', 'appCode=B1&serviceCode=S1&timestamp=20261124115218', '对方没有“nonce”'],
    ['a pair more', `${ours}&body=x`, '对方多了“body”这一对，值为“x”'],
    ['another name', ours.replace('timestamp', 'serviceReqTime'), '这边叫“timestamp”，对方叫“serviceReqTime”'],
    ['another value', ours.replace('S1', 'S2'), '“serviceCode”的值不同：这边“S1”，对方“S2”'],
  ])('says what is different: %s', (_what, theirs, words) => expect(explained(theirs)).toContain(words));

  it('tells of a pair with another name beside what is not seen', () => {
    const said = explained(`${ours.replace('timestamp', 'serviceReqTime')}\n`);
    expect(said).toContain('换行');
    expect(said).toContain('这边叫“timestamp”，对方叫“serviceReqTime”');
    expect(said).not.toContain('对方没有');
  });

  it('says where the difference begins, by characters as they are counted by people', () => {
    expect(explainStrings('𠮷野a', '𠮷野b').at(-1)?.zh).toBe(
      '第 3 个字符起不同：这边是 a (U+0061)，对方是 b (U+0062)；长度 3 与 3 个字符。',
    );
    expect(explainStrings('ab', 'a').at(-1)?.en).toContain('the end there; 2 and 1 characters');
  });

  it('says nothing of equal strings and something of all others, in both languages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const reasons = explainStrings(one, other);
        expect(reasons.length > 0).toBe(one !== other);
        for (const { zh, en } of reasons) expect(zh !== '' && en !== '').toBe(true);
      }),
    );
  });
});
