import type { editor } from 'monaco-editor/editor';
import type { TFunction } from 'i18next';
import type { Monaco } from './load-monaco.ts';
import { isSchemaProblem, type SchemaDiagnostic, schemaProblemText } from './schema-problem.ts';

/** The service's worker has more procedures than its declared type. */
interface ValidatingWorker {
  doValidation(uri: string): Promise<readonly SchemaDiagnostic[]>;
}

const owner = 'hufu.schema';

/** Marks what departs from the interface's schema. Returns a function that gives the check up. */
export function checkSchema(monaco: Monaco, model: editor.ITextModel, t: TFunction): () => void {
  let givenUp = false;
  async function check(): Promise<void> {
    const diagnostics = await diagnose(monaco, model);
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

async function diagnose({ getWorker }: Monaco, model: editor.ITextModel): Promise<readonly SchemaDiagnostic[]> {
  const workerFor = await untilStarted(getWorker);
  if (!workerFor || model.isDisposed()) return [];
  const worker = (await workerFor(model.uri)) as unknown as ValidatingWorker;
  return worker.doValidation(model.uri.toString());
}

/** The service starts a while after the first model and says only by refusing that it has not; undefined: it never did. */
async function untilStarted<Started>(start: () => Promise<Started>): Promise<Started | undefined> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      return await start();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return undefined;
}
