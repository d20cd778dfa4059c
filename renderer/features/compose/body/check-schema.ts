import type { editor } from 'monaco-editor/editor';
import type { TFunction } from 'i18next';
import { jsonWorkerFor } from './json-worker.ts';
import type { Monaco } from './load-monaco.ts';
import { isSchemaProblem, schemaProblemText } from './schema-problem.ts';

const owner = 'hufu.schema';

/** Marks what departs from the interface's schema. Returns a function that gives the check up. */
export function checkSchema(monaco: Monaco, model: editor.ITextModel, t: TFunction): () => void {
  let givenUp = false;
  async function check(): Promise<void> {
    const worker = await jsonWorkerFor(monaco, model);
    const diagnostics = (await worker?.doValidation(model.uri.toString())) ?? [];
    if (givenUp || model.isDisposed()) return;
    monaco.editor.setModelMarkers(
      model,
      owner,
      diagnostics.filter(isSchemaProblem).map((diagnostic) => ({
        severity: monaco.MarkerSeverity.Warning,
        message: schemaProblemText(diagnostic, t),
        startLineNumber: diagnostic.range.start.line + 1,
        startColumn: diagnostic.range.start.character + 1,
        endLineNumber: diagnostic.range.end.line + 1,
        endColumn: diagnostic.range.end.character + 1,
      })),
    );
  }
  void check();
  return () => {
    givenUp = true;
  };
}
