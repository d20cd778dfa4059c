import { expect, it } from 'vitest';
import { markHistorySchema } from '../../../shared/model/history.ts';
import { parseTags } from './parse-tags.ts';

it('takes tags between commas of either width, each once', () => {
  expect(parseTags(' 上线验收,重放，重放、a b;')).toEqual(['上线验收', '重放', 'a b']);
  expect(parseTags(' ,，')).toEqual([]);
});

it('keeps within what the host takes', () => {
  const tags = parseTags(Array.from({ length: 30 }, (_, index) => `${index}${' x'.repeat(40)}`).join(','));
  expect(tags).toHaveLength(20);
  expect(markHistorySchema.safeParse({ ids: ['a'], tags }).success).toBe(true);
});
