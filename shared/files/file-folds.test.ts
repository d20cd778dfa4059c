import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64FromBytes, base64LinesFromBytes, base64UrlFromBytes } from '../crypto/encodings/base64.ts';
import { fileBytes } from './base64-file.ts';
import { createFileFolds } from './file-folds.ts';
import { foldedColumn } from './folded-column.ts';

const bytesOf = (text: string, length = 400) =>
  Uint8Array.from({ length }, (_, index) => (index < text.length ? text.charCodeAt(index) : (index * 7) % 251));
const pdf = base64FromBytes(bytesOf('%PDF-1.7\n'));
const png = base64FromBytes(bytesOf('\x89PNG\r\n\x1a\n'));
const body = (content: string) => `{"name":"张三","file":"${content}","n":1.10}`;

/** Texts of the pieces that matter: files, placeholders of all kinds, escapes, quotes, anything. */
const piece = fc.oneof(
  fc.constantFrom(
    pdf,
    png,
    '‹file:1 PDF 400 B›',
    '‹file:2 PNG 400 B›',
    '‹file:3 TEXT 19 B›',
    '‹file:',
    '›',
    '"',
    '\\',
    '\\n',
  ),
  fc.uint8Array({ minLength: 200, maxLength: 5000 }).map(base64FromBytes),
  fc.string({ unit: 'binary' }),
);
const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

describe('folding', () => {
  it('shows a placeholder for a file, and gives every character back', () => {
    const folds = createFileFolds();
    const folded = folds.fold(body(pdf));
    expect(folded).toBe('{"name":"张三","file":"‹file:1 PDF 400 B›","n":1.10}');
    expect(folds.unfold(folded)).toBe(body(pdf));
  });

  it('is undone by unfolding, whatever stands in the text and whatever was folded before', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (all) => {
        const folds = createFileFolds();
        const folded = all.map((text) => folds.fold(text));
        expect(folded.map((text) => folds.unfold(text))).toEqual(all);
      }),
    );
  });

  it('keeps what is typed around a placeholder, and both when it is copied', () => {
    fc.assert(
      fc.property(texts, fc.string(), fc.string(), (text, before, after) => {
        const folds = createFileFolds();
        const folded = folds.fold(text);
        fc.pre(!/[‹›]|^\d/.test(before + after));
        expect(folds.unfold(`${before} ${folded} ${folded} ${after}`)).toBe(`${before} ${text} ${text} ${after}`);
      }),
    );
  });

  it('drops a file with its placeholder, and has it again when that is undone', () => {
    const folds = createFileFolds();
    const folded = folds.fold(body(pdf));
    expect(folds.unfold(folded.replace(/‹.*›/, ''))).toBe(body(''));
    expect(folds.unfold(folded)).toBe(body(pdf));
  });

  it('leaves alone what only looks like a placeholder, also when a file comes that would have had this one', () => {
    const folds = createFileFolds();
    const typed = body('‹file:1 PDF 400 B›');
    expect(folds.unfold(typed)).toBe(typed);
    expect(folds.fold(body(pdf))).toContain('‹file:2 PDF 400 B›');
    expect(folds.unfold(typed)).toBe(typed);
  });

  it('leaves placeholders alone in a text that is partly folded, and folds what is new in it', () => {
    fc.assert(
      fc.property(texts, texts, (first, added) => {
        fc.pre(!/[‹›]/.test(added));
        const folds = createFileFolds();
        const mixed = `${folds.fold(first)} ${added}`;
        const folded = folds.fold(mixed, { isPartlyFolded: true });
        expect(folds.fold(folded, { isPartlyFolded: true })).toBe(folded);
        expect(folds.unfold(folded)).toBe(`${first} ${added}`);
      }),
    );
  });

  it('gives one file one placeholder', () => {
    const folds = createFileFolds();
    expect(folds.fold(body(pdf))).toBe(folds.fold(`${body(pdf)} `).trimEnd());
  });

  it.each([
    ['URL-safe digits', base64UrlFromBytes(bytesOf('%PDF-1.7\n'))],
    ['ends of lines as escapes', base64LinesFromBytes(bytesOf('%PDF-1.7\n')).replaceAll('\r\n', String.raw`\r\n`)],
    ['an end of line behind the padding', `${base64FromBytes(bytesOf('%PDF-1.7\n', 401))}${String.raw`\n`}`],
    ['slashes as escapes', pdf.replaceAll('/', String.raw`\/`)],
    ['padding as an escape', base64FromBytes(bytesOf('%PDF-1.7\n', 401)).replaceAll('=', String.raw`\u003d`)],
    ['the prefix of a data URI', `data:application/pdf;base64,${pdf}`],
  ])('knows a file with %s', (_, content) => {
    const folds = createFileFolds();
    const folded = folds.fold(body(content));
    const [placeholder = ''] = /‹file:1 PDF 40[01] B›/.exec(folded) ?? [];
    expect(folded.length).toBeLessThan(100);
    const file = folds.fileOf(placeholder);
    expect(file && new TextDecoder('latin1').decode(fileBytes(file).slice(0, 8))).toBe('%PDF-1.7');
    expect(folds.unfold(folded)).toBe(body(content));
  });

  it('folds what is of no known type only when it is long, and no hex however long', () => {
    const folds = createFileFolds();
    const unknown = base64FromBytes(bytesOf('', 4000));
    expect(folds.fold(body(unknown))).toContain('‹file:1 BIN 3.9 KB›');
    const hex = '0123456789abcdef'.repeat(1000);
    for (const kept of [base64FromBytes(bytesOf('', 2000)), hex, hex.toUpperCase()]) {
      expect(folds.fold(body(kept))).toBe(body(kept));
    }
    expect(folds.fold(body(unknown), { shortestUnknown: Infinity })).toBe(body(unknown));
  });

  it('finds the file in a text that is not finished, and in JSON inside a string', () => {
    const folds = createFileFolds();
    for (const text of [`{"file": ${pdf}`, `{"inner":"{\\"file\\":\\"${pdf}\\"}"}`, `{"inner":"{'file':'${pdf}'}"}`]) {
      expect(folds.fold(text)).toBe(text.replace(pdf, '‹file:1 PDF 400 B›'));
    }
  });

  it('says where a column of the whole text is shown', () => {
    const folds = createFileFolds();
    const text = `{"a":"${pdf}","b":"${png}"}`;
    const folded = folds.fold(text);
    for (const wanted of ['{', '"a"', '"b"', '"}']) {
      const column = foldedColumn(folded, { column: text.indexOf(wanted) + 1, folds });
      expect(column, wanted).toBe(folded.indexOf(wanted) + 1);
    }
    expect(foldedColumn(folded, { column: text.indexOf(pdf) + 50, folds })).toBe(folded.indexOf('‹') + 1);
  });
});
