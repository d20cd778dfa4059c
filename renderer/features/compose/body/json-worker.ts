import type { editor } from 'monaco-editor/editor';
import type { SchemaDiagnostic } from './schema-problem.ts';
import type { ServiceCompletion } from './member-completion.ts';
import type { Monaco } from './load-monaco.ts';

/** Procedures of the JSON service's worker that its declared type leaves out. Lines and characters count from 0. */
export interface JsonWorker {
  doValidation(uri: string): Promise<readonly SchemaDiagnostic[]>;
  doComplete(
    uri: string,
    position: { readonly line: number; readonly character: number },
  ): Promise<{ readonly items: readonly ServiceCompletion[] } | null>;
}

/** The worker, with the model's text brought up to date; undefined when the service never started or the model is gone. */
export async function jsonWorkerFor({ getWorker }: Monaco, model: editor.ITextModel): Promise<JsonWorker | undefined> {
  const workerFor = await untilStarted(getWorker);
  if (!workerFor || model.isDisposed()) return undefined;
  return (await workerFor(model.uri)) as unknown as JsonWorker;
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
