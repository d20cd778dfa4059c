import { bytesOfUtf8 } from '../../../../shared/pipeline/sizes.ts';
import { createFileFolds, placeholders } from '../../../../shared/files/file-folds.ts';

/**
 * The files of all bodies that are open: editors hold placeholders, the store holds the whole. One for all of them, so that a
 * placeholder can be copied into another body, and for as long as the page lives, so that undoing finds every file again.
 */
export const bodyFolds = createFileFolds();

/** Bytes of a body in UTF-8, without going through its files: their Base64 is ASCII. */
export function bytesOfBody(body: string): number {
  const folded = bodyFolds.fold(body);
  let size = bytesOfUtf8(folded);
  for (const [placeholder] of folded.matchAll(placeholders)) {
    const file = bodyFolds.fileOf(placeholder);
    if (file) size += (file.type.name === 'TEXT' ? file.size : file.raw.length) - bytesOfUtf8(placeholder);
  }
  return size;
}
