import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { mostRows, rowsOfFile, rowsOfText } from './table-rows.ts';

const rows = [
  ['代码', '含义'],
  ['00', '成功，正常'],
];

it.each([
  ['tabs', '代码\t含义\n00\t成功，正常\n'],
  ['commas and quotes', '代码,含义\r\n00,"成功，正常"\r\n\r\n'],
])('finds out by itself what stands between cells: %s', (_what, text) => {
  expect(rowsOfText(text)).toEqual({ rows });
});

it('reads a CSV file of any charset', async () => {
  const gbk = new Uint8Array([
    0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xba, 0xac, 0xd2, 0xe5, 0x0a, 0x30, 0x30, 0x2c, 0xb3, 0xc9, 0xb9, 0xa6,
  ]);
  const text = '代码,含义\n00,成功';
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer),
  ]);
  const found = [
    ['代码', '含义'],
    ['00', '成功'],
  ];
  for (const content of [gbk, text, utf16]) {
    expect(await rowsOfFile(new File([content], 'a.csv'))).toEqual({ rows: found });
  }
});

it('refuses a quote that does not end, with all that it would swallow', () => {
  expect(rowsOfText('"40,unclosed\n41,x\n')).toEqual({ refused: 'quotes' });
});

it('refuses what is larger than a table of codes', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `${index},x`).join('\n');
  expect(rowsOfText(lines(mostRows))).toMatchObject({ rows: { length: mostRows } });
  expect(rowsOfText(lines(mostRows + 2))).toEqual({ refused: 'tooLarge' });
  expect(rowsOfText('x'.repeat(3 * 1024 * 1024))).toEqual({ refused: 'tooLarge' });
});

it.each([
  ['a cell far away', '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>'],
  ['a column far away', '<row r="1"><c r="XFD1"/></row>'],
  ['much in little', ' '.repeat(600_000)],
])('refuses a sheet with %s before it is read', async (_what, cells) => {
  const sheet = zipSync({
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
  });
  expect(await rowsOfFile(new File([sheet], 'a.xlsx'))).toEqual({ refused: 'tooLarge' });
});

it('says that it cannot read what only begins like a sheet', async () => {
  expect(await rowsOfFile(new File(['PK nothing'], 'a.xlsx'))).toEqual({ refused: 'unreadable' });
});
