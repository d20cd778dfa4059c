import { describe, expect, it } from 'vitest';
import { matchText, searchWords } from './match-text.ts';

describe('matchText', () => {
  it('finds Chinese by characters, pinyin and initials, and says where', () => {
    for (const typed of ['保障', 'baozhang', 'bz']) {
      expect(matchText('社会保障卡', searchWords(typed))?.ranges, typed).toEqual([{ from: 2, to: 4 }]);
    }
    expect(matchText('重庆', searchWords('cq'))).toBeDefined();
    expect(matchText('社会保障卡', searchWords('xbz'))).toBeUndefined();
  });

  it('wants every word, in any order and any case', () => {
    expect(matchText('Card status, batch', searchWords('BATCH card'))).toBeDefined();
    expect(matchText('Card status, batch', searchWords('card page'))).toBeUndefined();
    expect(matchText('anything', [])).toEqual({ score: 0, ranges: [] });
  });

  it('puts the beginning before a word within, that before a part, and pinyin last', () => {
    const scores = ['状态查询', '卡 状态', '卡状态查询'].map((text) => matchText(text, searchWords('状态'))?.score);
    expect(scores).toEqual([4, 3, 2]);
    expect(matchText('查状态', searchWords('zt'))?.score).toBe(1);
  });

  it('takes full-width letters for plain ones', () => {
    expect(searchWords(' ＡＢ  c ')).toEqual(['ab', 'c']);
  });
});
