import { expect, it } from 'vitest';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { memberCompletion } from './member-completion.ts';

const { indicators } = ldt6008;

it('puts what a code means beside it, in the language of the user interface', () => {
  const item = {
    label: 'aac002',
    kind: 10,
    insertTextFormat: 2,
    documentation: 'aac002 社会保障号码',
    textEdit: {
      newText: '"aac002": "$1"',
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } },
    },
  };
  expect(memberCompletion(item, { indicators, language: 'zh' })).toEqual({
    label: { label: 'aac002', description: '社会保障号码' },
    isMember: true,
    insertText: '"aac002": "$1"',
    isSnippet: true,
    filterText: 'aac002',
    sortText: 'aac002',
    documentation: 'aac002 社会保障号码',
    range: { startLineNumber: 2, startColumn: 3, endLineNumber: 2, endColumn: 5 },
  });
  const english = memberCompletion(item, { indicators, language: 'en' });
  expect(english.label.description).toBe('social security number');
});

it('takes values and unknown members as they come', () => {
  const value = memberCompletion({ label: 'true', kind: 12, insertText: 'true' }, { indicators, language: 'zh' });
  expect(value).toMatchObject({ label: { label: 'true', description: '' }, isMember: false, insertText: 'true' });
  expect(value.range).toBeUndefined();
});
