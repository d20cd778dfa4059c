import type { editor } from 'monaco-editor/editor';
import { foldedColumn } from '../../../../shared/files/folded-column.ts';
import type { TextPosition } from '../../../../shared/json/position.ts';
import { bodyFolds } from './body-folds.ts';

type Lines = Pick<editor.ITextModel, 'getLineCount' | 'getLineContent'>;

/** Where a position of the whole body is shown in the editor, whose files are shorter. */
export function shownPosition(model: Lines | null | undefined, { line, column }: TextPosition) {
  const shown = model && line <= model.getLineCount() ? model.getLineContent(line) : '';
  return { line, column: foldedColumn(shown, { column, folds: bodyFolds }) };
}
