import type { editor } from 'monaco-editor/editor';
import { bodyFolds } from './body-folds.ts';
import { foldPasted } from './fold-pasted.ts';

/** So much at once is pasted or dropped, not typed. */
const longestTyped = 4096;

/**
 * Keeps files out of the editor's text: what is pasted is folded before the editor sees it, and what comes in another way
 * (its own menu, dragging) right behind. Returns a function that ends it.
 */
export function watchPaste(view: editor.IStandaloneCodeEditor): () => void {
  const element = view.getContainerDomNode();

  function paste(event: ClipboardEvent): void {
    const text = foldPasted(event.clipboardData?.getData('text/plain') ?? '');
    if (text === undefined || !view.hasTextFocus()) return;
    event.preventDefault();
    event.stopPropagation();
    view.trigger('keyboard', 'paste', { text, pasteOnNewLine: false, multicursorText: null });
  }

  const changed = view.onDidChangeModelContent(({ changes, isUndoing, isRedoing, isFlush }) => {
    const model = view.getModel();
    if (!model || isUndoing || isRedoing || isFlush || changes.every(({ text }) => text.length < longestTyped)) return;
    const shown = model.getValue();
    const text = bodyFolds.fold(shown, { isPartlyFolded: true });
    if (text === shown) return;
    // Not in the middle of the change that is being told of.
    queueMicrotask(() => {
      if (!model.isDisposed()) model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    });
  });

  element.addEventListener('paste', paste, { capture: true });
  return () => {
    element.removeEventListener('paste', paste, { capture: true });
    changed.dispose();
  };
}
