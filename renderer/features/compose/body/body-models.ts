import type { editor } from 'monaco-editor/editor';
import { bodyFolds } from './body-folds.ts';
import type { Monaco } from './load-monaco.ts';

export interface BodyModels {
  /** The body is the whole one; its model has placeholders for files. */
  get(requestId: string, body: string): editor.ITextModel;
  dispose(): void;
}

/** How many requests keep their undo history; the one left longest makes room. */
const capacity = 20;

/** One model for each request that was opened. */
export function bodyModels({ editor: api, Uri }: Monaco): BodyModels {
  const models = new Map<string, editor.ITextModel>();
  return {
    get(requestId, body) {
      const known = models.get(requestId);
      const model =
        known ??
        api.createModel(bodyFolds.fold(body), 'json', Uri.from({ scheme: 'hufu', path: `/body/${requestId}.json` }));
      model.setEOL(api.EndOfLineSequence.LF);
      models.delete(requestId);
      models.set(requestId, model);
      const [oldest] = models;
      if (models.size > capacity && oldest) {
        models.delete(oldest[0]);
        oldest[1].dispose();
      }
      return model;
    },
    dispose() {
      for (const model of models.values()) model.dispose();
    },
  };
}
