import type { editor } from 'monaco-editor/editor';
import { bodyFolds } from './body-folds.ts';
import type { Monaco } from './load-monaco.ts';

export interface BodyModels {
  /** The body is the whole one; its model has placeholders for files. */
  get(requestId: string, body: string): editor.ITextModel;
  /** What stands in a model now, as the whole body. */
  typed(requestId: string, body: string): void;
  dispose(): void;
}

/** How many requests keep their undo history; the one left longest makes room. */
const capacity = 20;

/** One model for each request that was opened. */
export function bodyModels({ editor: api, Uri }: Monaco): BodyModels {
  const models = new Map<string, { readonly model: editor.ITextModel; readonly body: string }>();

  function modelFor(requestId: string, body: string): editor.ITextModel {
    const known = models.get(requestId);
    if (known?.body === body) return known.model;
    const text = bodyFolds.fold(body);
    if (!known) return api.createModel(text, 'json', Uri.from({ scheme: 'hufu', path: `/body/${requestId}.json` }));
    // Its file changed while another request was in front.
    known.model.setValue(text);
    return known.model;
  }

  return {
    get(requestId, body) {
      const model = modelFor(requestId, body);
      model.setEOL(api.EndOfLineSequence.LF);
      models.delete(requestId);
      models.set(requestId, { model, body });
      const [oldest] = models;
      if (models.size > capacity && oldest) {
        models.delete(oldest[0]);
        oldest[1].model.dispose();
      }
      return model;
    },
    typed(requestId, body) {
      const known = models.get(requestId);
      if (known) models.set(requestId, { ...known, body });
    },
    dispose() {
      for (const { model } of models.values()) model.dispose();
    },
  };
}
