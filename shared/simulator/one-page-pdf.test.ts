import { expect, it } from 'vitest';
import { onePagePdf } from './one-page-pdf.ts';

it('makes a PDF whose table leads to every object', () => {
  const text = String.fromCharCode(...onePagePdf(['Licence (synthetic)', '\\ 张三']));
  expect(text.startsWith('%PDF-1.4\n%')).toBe(true);
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(onePagePdf(['a']))).toThrow();
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const offsets = [...text.slice(start).matchAll(/(\d{10}) 00000 n /g)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(5);
  offsets.forEach((offset, index) => expect(text.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true));
  const [, length, stream = ''] = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text) ?? [];
  expect(stream.length).toBe(Number(length));
  expect(stream).toContain('(Licence \\(synthetic\\))');
  expect(stream).toContain('(\\\\ ??)');
});
