import type { BodyView } from './body-edit.ts';

/** Of the cursor in the folded body; undefined without an editor. */
export function cursorOffset(view: BodyView): number | undefined {
  const position = view?.getPosition();
  return position ? view?.getModel()?.getOffsetAt(position) : undefined;
}
