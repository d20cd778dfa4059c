import { expect, it } from 'vitest';
import { codesFromTable } from './codes-from-table.ts';

it('takes code, meaning and advice by their place where no row names them', () => {
  expect(codesFromTable([['00', '成功'], ['01', '参数错误', '检查参数'], ['', ''], ['']])).toEqual({
    codes: [
      { code: '00', meaning: { zh: '成功', en: '成功' } },
      { code: '01', meaning: { zh: '参数错误', en: '参数错误' }, advice: { zh: '检查参数', en: '检查参数' } },
    ],
    skipped: [],
  });
});

it.each([[['序号', '返回码', '返回码说明', '处理建议']], [['No.', 'errCode', 'message', 'advice']]])(
  'takes them by the names of the columns: %s',
  (head) => {
    const { codes } = codesFromTable([head, ['1', 'E01', '超时', '稍后重试']]);
    expect(codes).toEqual([
      { code: 'E01', meaning: { zh: '超时', en: '超时' }, advice: { zh: '稍后重试', en: '稍后重试' } },
    ]);
  },
);

it('has an English meaning where there is a column of it', () => {
  const { codes } = codesFromTable([
    ['代码', '含义', '英文含义'],
    ['0', '成功', 'success'],
  ]);
  expect(codes).toEqual([{ code: '0', meaning: { zh: '成功', en: 'success' } }]);
});

it('names the rows without a code and those that repeat one', () => {
  expect(
    codesFromTable([
      ['1', 'a'],
      ['', 'b'],
      ['1', 'c'],
    ]).skipped,
  ).toEqual([2, 3]);
});

it('finds the columns of what was copied out of a document or of Markdown', () => {
  const found = [
    { code: '0000', meaning: { zh: '成功', en: '成功' } },
    { code: '9999', meaning: { zh: '系统 异常', en: '系统 异常' } },
  ];
  expect(codesFromTable([['0000 成功'], ['9999  系统 异常']]).codes).toEqual(found);
  const markdown = ['| 返回码 | 含义 |', '|---|:---|', '| 0000 | 成功 |', '| 9999 | 系统 异常 |'];
  expect(codesFromTable(markdown.map((line) => [line])).codes).toEqual(found);
});
