import type { editor } from 'monaco-editor/editor';
import type { TextRange } from '../../../../shared/files/base64-runs.ts';
import { compose } from '../compose-store.ts';
import { bodyFolds } from './body-folds.ts';

/** What takes the place of a range of the folded body. */
export interface BodyEdit extends TextRange {
  readonly text: string;
}

export type BodyView = editor.IStandaloneCodeEditor | undefined;

/** The open body as the editor shows it. */
export function foldedBody(view: BodyView): string {
  return view?.getModel()?.getValue() ?? bodyFolds.fold(compose.activeCall()?.body ?? '');
}

/** Changes the open body where `find` says, as one step that can be undone. False, and nothing changed, where it finds nothing. */
export function editBody(view: BodyView, find: (folded: string) => BodyEdit | undefined): boolean {
  const folded = foldedBody(view);
  const edit = find(folded);
  if (!edit) return false;
  const { start, end, text } = edit;
  const model = view?.getModel();
  if (!view || !model) {
    const body = bodyFolds.unfold(folded.slice(0, start) + text + folded.slice(end));
    compose.change((call) => ({ ...call, body }));
    return true;
  }
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  view.pushUndoStop();
  view.executeEdits('hufu', [{ range, text }]);
  view.pushUndoStop();
  return true;
}
