import type { editor } from 'monaco-editor/editor';
import { personalRanges } from '../../../../shared/privacy/personal-ranges.ts';

/** Above this the editor shows no more of a line than it must, and looking for numbers would hold up typing. */
const longest = 500_000;

/** Covers personal data while the screen is shared; what is typed is there all the same. Returns a function that ends it. */
export function decoratePersonal(view: editor.IStandaloneCodeEditor, names: ReadonlySet<string>): () => void {
  const decorations = view.createDecorationsCollection();
  function decorate(): void {
    const model = view.getModel();
    const text = model && model.getValueLength() <= longest ? model.getValue() : '';
    if (!model || text === '') return decorations.clear();
    decorations.set(
      personalRanges(text, names).map(({ from, to }) => {
        const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)];
        return {
          range: {
            startLineNumber: start.lineNumber,
            startColumn: start.column,
            endLineNumber: end.lineNumber,
            endColumn: end.column,
          },
          options: { inlineClassName: 'body-masked' },
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
