import { expect, it } from 'vitest';
import type { Call } from '../../../shared/model/call.ts';
import { readDraft, writeDraft } from './draft.ts';

const call: Call = {
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: { nonce: 'a' },
  extraHeader: [{ name: 'x', value: null }],
  body: '{"aac003": "𠮷野", "n": 1.10',
  conventions: { order: 'asSent' },
  url: '',
};

it('brings a call back as it was, broken JSON included', () => {
  expect(readDraft(writeDraft(call))).toEqual(call);
});

it.each([
  '',
  '{',
  'null',
  '[]',
  JSON.stringify({ format: 2, call }),
  JSON.stringify({ format: 1 }),
  JSON.stringify({ format: 1, call: { ...call, body: 1 } }),
  JSON.stringify({ format: 1, call: { ...call, header: { a: 1 } } }),
  JSON.stringify({ format: 1, call: { ...call, extraHeader: [{ name: 'x' }] } }),
])('takes %s for no draft', (content) => {
  expect(readDraft(content)).toBeUndefined();
});
