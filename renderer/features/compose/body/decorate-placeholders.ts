import type { editor } from 'monaco-editor/editor';
import { placeholders } from '../../../../shared/files/file-folds.ts';
import { bodyFolds } from './body-folds.ts';

/** Makes placeholders look like things rather than text. Returns a function that ends it. */
export function decoratePlaceholders(view: editor.IStandaloneCodeEditor, hover: () => string): () => void {
  const decorations = view.createDecorationsCollection();
  function decorate(): void {
    const model = view.getModel();
    const text = model?.getValue() ?? '';
    if (!model || !text.includes('‹file:')) return decorations.clear();
    const found = [...text.matchAll(placeholders)].filter(([placeholder]) => bodyFolds.fileOf(placeholder));
    decorations.set(
      found.map(({ 0: placeholder, index }) => {
        const [start, end] = [model.getPositionAt(index), model.getPositionAt(index + placeholder.length)];
        return {
          range: {
            startLineNumber: start.lineNumber,
            startColumn: start.column,
            endLineNumber: end.lineNumber,
            endColumn: end.column,
          },
          options: { inlineClassName: 'body-file', hoverMessage: { value: hover() } },
        };
      }),
    );
  }
  decorate();
  const listeners = [view.onDidChangeModelContent(decorate), view.onDidChangeModel(decorate)];
  return () => {
    for (const listener of listeners) listener.dispose();
    decorations.clear();
  };
}
