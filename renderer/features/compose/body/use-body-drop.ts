import { type DragEvent, useEffect, useState } from 'react';
import type { NamesFile } from '../../../../shared/files/file-members.ts';
import { type AttachPlace, dropPlace } from './attach-places.ts';
import { type BodyView, foldedBody } from './body-edit.ts';

interface BodyDropOptions {
  readonly view: BodyView;
  readonly namesFile: NamesFile;
  readonly onFile: (file: File, place: AttachPlace) => void;
  /** It was dropped where no one can say which string is meant. */
  readonly onMissed: () => void;
}

/** Takes files that are dropped on the editor, into the string that they are dropped on. */
export function useBodyDrop({ view, namesFile, onFile, onMissed }: BodyDropOptions) {
  const [dragging, setDragging] = useState(false);
  useKeptPage();

  function over(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setDragging(true);
  }

  function drop(event: DragEvent): void {
    const [file] = event.dataTransfer.files;
    setDragging(false);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    const position = view?.getTargetAtClientPoint(event.clientX, event.clientY)?.position;
    const offset = position ? view?.getModel()?.getOffsetAt(position) : undefined;
    const place = dropPlace(foldedBody(view), { offset, namesFile });
    if (place) onFile(file, place);
    else onMissed();
  }

  return {
    dragging,
    handlers: { onDragOverCapture: over, onDropCapture: drop, onDragLeave: () => setDragging(false) },
  };
}

/** A file that is dropped beside the editor would take the place of the page. */
function useKeptPage(): void {
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
}

function holdsFiles({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
