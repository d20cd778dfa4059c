import { describe, expect, it } from 'vitest';
import { callSchema } from '../../../shared/model/call.ts';
import { readDraft, writeDraft } from './draft.ts';

const { variables: _, ...oldCall } = callSchema.parse({
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: { nonce: 'x' },
  extraHeader: [{ name: 'a', value: null }],
  body: '{"name":"𠮷"}',
  conventions: { order: 'asSent' },
  url: '',
});
const call = { ...oldCall, variables: { name: '张三' } };

describe('a draft', () => {
  it('comes back as it was written', () => {
    const draft = { call, base: 'abc', title: '标题', folder: 'a/b' };
    expect(readDraft(writeDraft(draft))).toEqual({ format: 2, ...draft });
  });

  it('of the first format is read, without variables and without the file it was made from', () => {
    expect(readDraft(JSON.stringify({ format: 1, call: oldCall }))).toEqual({
      format: 2,
      call: { ...oldCall, variables: {} },
    });
  });

  it.each(['', '{', 'null', '[]', '{"format":3}', '{"format":2,"call":{"body":1}}', '{"format":1}'])(
    'is not made of %s',
    (content) => expect(readDraft(content)).toBeUndefined(),
  );
});
