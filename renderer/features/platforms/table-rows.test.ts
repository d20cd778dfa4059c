import { expect, it } from 'vitest';
import { rowsOfFile, rowsOfText } from './table-rows.ts';

const rows = [
  ['代码', '含义'],
  ['00', '成功，正常'],
];

it.each([
  ['tabs', '代码\t含义\n00\t成功，正常\n'],
  ['commas and quotes', '代码,含义\r\n00,"成功，正常"\r\n\r\n'],
])('finds out by itself what stands between cells: %s', (_what, text) => {
  expect(rowsOfText(text)).toEqual(rows);
});

it('reads a CSV file of either charset', async () => {
  const gbk = new Uint8Array([
    0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xba, 0xac, 0xd2, 0xe5, 0x0a, 0x30, 0x30, 0x2c, 0xb3, 0xc9, 0xb9, 0xa6,
  ]);
  expect(await rowsOfFile(new File([gbk], 'a.csv'))).toEqual([
    ['代码', '含义'],
    ['00', '成功'],
  ]);
  expect(await rowsOfFile(new File(['代码,含义\n00,成功'], 'a.csv'))).toEqual([
    ['代码', '含义'],
    ['00', '成功'],
  ]);
});
