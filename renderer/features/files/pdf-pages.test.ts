import { expect, it } from 'vitest';
import { pdfPages } from './pdf-pages.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('counts the pages that stand in clear, and guesses none', () => {
  expect(pdfPages(bytes('%PDF-1.4 << /Type /Pages /Count 2 >> << /Type /Page >> <</Type/Page/Parent 1 0 R>>'))).toBe(2);
  expect(pdfPages(bytes('%PDF-1.7 << /Type /ObjStm >>'))).toBeUndefined();
});
