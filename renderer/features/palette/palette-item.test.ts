import { describe, expect, it } from 'vitest';
import { type PaletteItem, searchItems } from './palette-item.ts';

const item = (title: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  key: `request:${title}`,
  kind: 'request',
  title,
  detail: '',
  also: '',
  run: () => undefined,
  ...more,
});

const titles = (items: readonly PaletteItem[], text: string, recent: readonly string[] = []): readonly string[] =>
  searchItems(items, { text, recent }).found.map((found) => found.item.title);

describe('searchItems', () => {
  it('puts what fits the title before what fits beside it', () => {
    const items = [item('个人简历', { also: 'card' }), item('card status'), item('卡', { detail: 'S110 card' })];
    expect(titles(items, 'card')).toEqual(['card status', '个人简历', '卡']);
    expect(titles(items, 'grjl')).toEqual(['个人简历']);
  });

  it('finds one thing by words of which each stands elsewhere', () => {
    expect(titles([item('社会保障卡', { detail: '批量', also: 'S110000Y70PYTjb' })], 'pl s1100')).toEqual([
      '社会保障卡',
    ]);
  });

  it('lists what was chosen lately first among equals, and says how many it leaves out', () => {
    const items = Array.from({ length: 130 }, (_, index) => item(`r${index}`));
    expect(titles(items, '', ['request:r7', 'request:r3']).slice(0, 3)).toEqual(['r7', 'r3', 'r0']);
    expect(searchItems(items, { text: 'r', recent: [] }).more).toBe(30);
  });
});
