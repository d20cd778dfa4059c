import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sm3 } from '../sm3/sm3.ts';
import { bytesToText, textToBytes } from './charset.ts';
import { gbkTable } from './gbk-table.ts';
import { bytesFromHex, hexFromBytes } from './hex.ts';

const hexOf = (text: string, charset: 'UTF-8' | 'GBK'): string => hexFromBytes(textToBytes(text, charset));

test('UTF-8: planes 0 to 16, BOM and NUL come and go unchanged', () => {
  expect(hexOf('张\u{20bb7}\u{e0100}\u{10ffff}', 'UTF-8')).toBe('e5bca0f0a0aeb7f3a08480f48fbfbf');
  expect(bytesToText(bytesFromHex('efbbbf00'), 'UTF-8')).toBe('\ufeff\0');
  expect(hexOf('\ufeff', 'UTF-8')).toBe('efbbbf');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(bytesToText(textToBytes(text, 'UTF-8'), 'UTF-8')).toBe(text);
    }),
  );
});

test.each(['\ud842', '张\udfb7三', '\udfb7\ud842'])('UTF-8: %j has half a character', (text) => {
  expect(() => textToBytes(text, 'UTF-8')).toThrow(expect.objectContaining({ code: 'utf8.loneSurrogate' }));
});

test.each(['ff', 'c080', 'e5bc', 'eda080', 'f4908080', '80'])('UTF-8: %s is refused', (hex) => {
  expect(() => bytesToText(bytesFromHex(hex), 'UTF-8')).toThrow(expect.objectContaining({ code: 'utf8.invalid' }));
});

test('GBK: characters of one and two bytes', () => {
  expect(hexOf('a张三囧Ａ①。', 'GBK')).toBe('61d5c5c8fd87e5a3c1a2d9a1a3');
  expect(bytesToText(bytesFromHex('61d5c5c8fd87e5a3c1a2d9a1a3'), 'GBK')).toBe('a张三囧Ａ①。');
  expect(bytesToText(new Uint8Array(), 'GBK')).toBe('');
});

test('GBK: the whole table, the same on every platform', () => {
  const { units, codes } = gbkTable();
  expect(units.filter((unit) => unit !== 0 && (unit < 0xe000 || unit > 0xf8ff))).toHaveLength(21_791);
  expect(codes.filter((code) => code !== 0)).toHaveLength(units.filter((unit) => unit !== 0).length);
  // The characters as in CPython's codec gbk, the user-defined zones counted up as GBK has them (A3A0 is disputed).
  expect(hexFromBytes(sm3(new Uint8Array(units.buffer)))).toBe(
    '4f32dda0a43664a75346433037005d85df9279dbd1301087c651754dd0bf4932',
  );
});

test('GBK: what is encoded is read back, long texts included', () => {
  const { units } = gbkTable();
  const all = String.fromCharCode(...units.filter((unit) => unit !== 0));
  expect(bytesToText(textToBytes(all, 'GBK'), 'GBK')).toBe(all);
});

test.each([
  ['€', 'U+20AC'],
  ['한', 'U+D55C'],
  ['\u{20bb7}', 'U+20BB7'],
  ['⿰', 'U+2FF0'],
  ['\ud842', 'U+D842'],
  ['\u0080', 'U+0080'],
])('GBK: %j (%s) has no agreed code', (text, name) => {
  expect(() => textToBytes(text, 'GBK')).toThrow(expect.objectContaining({ code: 'gbk.character' }));
  expect(() => textToBytes(text, 'GBK')).toThrow(name);
});

test.each(['80', 'ff', 'd5', 'd530', 'd57f', 'd5ff', 'a2e3', 'fe50', '81308130', '61d5'])(
  'GBK: %s is refused',
  (hex) => {
    expect(() => bytesToText(bytesFromHex(hex), 'GBK')).toThrow(expect.objectContaining({ code: 'gbk.invalid' }));
  },
);
