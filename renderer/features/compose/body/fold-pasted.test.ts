import { expect, it } from 'vitest';
import { base64FromBytes, base64LinesFromBytes } from '../../../../shared/crypto/encodings/base64.ts';
import { bodyFolds } from './body-folds.ts';
import { foldPasted } from './fold-pasted.ts';

const pdf = Uint8Array.from('%PDF-1.7'.padEnd(301), (character) => character.charCodeAt(0));

it('takes a file alone, one in lines, and one in a body; other text is none of its business', () => {
  const placeholder = foldPasted(base64FromBytes(pdf));
  expect(placeholder).toMatch(/^‹file:\d+ PDF 301 B›$/);
  expect(foldPasted(`${base64LinesFromBytes(pdf)}\n`)).toBe(placeholder);
  expect(bodyFolds.unfold(placeholder ?? '')).toBe(base64FromBytes(pdf));
  expect(foldPasted(`{"a":"${base64FromBytes(pdf)}"}`)).toBe(`{"a":"${placeholder}"}`);
  expect(foldPasted('{"aac003":"张三"}')).toBeUndefined();
  expect(foldPasted(`"${placeholder}", "${placeholder}"`)).toBeUndefined();
});
