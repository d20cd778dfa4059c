import { type FileFolds, placeholders } from './file-folds.ts';

/** Where a column (from 1) of a line stands in the line as it is shown folded; a place inside a file is its placeholder's. */
export function foldedColumn(foldedLine: string, { column, folds }: { column: number; folds: FileFolds }): number {
  let shift = 0;
  for (const { 0: placeholder, index } of foldedLine.matchAll(placeholders)) {
    const start = index + 1;
    const length = folds.fileOf(placeholder)?.raw.length ?? placeholder.length;
    if (column < start + shift) break;
    if (column < start + shift + length) return start;
    shift += length - placeholder.length;
  }
  return column - shift;
}
