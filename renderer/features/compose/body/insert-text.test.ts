import { expect, it } from 'vitest';
import { insertText } from './insert-text.ts';

const body = '{"url":"old","n":[1,]}';
const text = 'a"b\\c\n二维码';
const done = (edit: ReturnType<typeof insertText>) =>
  edit && body.slice(0, edit.start) + edit.text + body.slice(edit.end);

it('puts a text where it was meant to go, as JSON writes it', () => {
  const into = insertText(body, { place: { kind: 'string', pointer: '/url' }, text });
  expect(done(into)).toBe('{"url":"a\\"b\\\\c\\n二维码","n":[1,]}');
  const atCursor = insertText(body, { place: { kind: 'new', offset: body.indexOf(']') }, text });
  expect(JSON.parse(done(atCursor) ?? '')).toEqual({ url: 'old', n: [1, text] });
  expect(insertText(body, { place: { kind: 'string', pointer: '/gone' }, text })).toBeUndefined();
});
