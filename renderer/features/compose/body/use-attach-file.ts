import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import { compose, useCompose } from '../compose-store.ts';
import { type AttachPlace, attachEdit } from './attach-places.ts';
import { type BodyView, editBody } from './body-edit.ts';
import { bodyFolds } from './body-folds.ts';
import { dropMissed, placeGone } from './place-gone.ts';
import { readBodyFile } from './read-body-file.ts';

export interface Attaching {
  attach(file: File, place: AttachPlace): Promise<void>;
  /** What is going on or was done, in words. */
  readonly status: string;
  readonly failure: HufuErrorDetail | undefined;
  missed(): void;
  dismiss(): void;
}

/** Puts chosen files into the open body. */
export function useAttachFile(view: BodyView): Attaching {
  const { t } = useTranslation();
  const [status, setStatus] = useState('');
  const [failure, setFailure] = useState<HufuErrorDetail>();

  const attach = useCallback(
    async (chosen: File, place: AttachPlace) => {
      const { activeId } = useCompose.getState();
      setFailure(undefined);
      setStatus(t('files.attaching', { name: chosen.name }));
      const read = await readBodyFile(chosen, { bodyLength: compose.activeCall()?.body.length ?? 0 });
      setStatus('');
      if ('refused' in read) return setFailure(read.refused);
      const { file } = read;
      const placeholder = bodyFolds.placeholderOf(file);
      const { mediaType } = file.type;
      // Another request may have been opened while the file was read.
      const isHere = useCompose.getState().activeId === activeId;
      if (!isHere || !editBody(view, (folded) => attachEdit(folded, { place, placeholder, mediaType }))) {
        return setFailure(placeGone);
      }
      const pointer =
        place.kind === 'string' || place.kind === 'member'
          ? place.pointer
          : place.kind === 'file'
            ? place.listed.pointer
            : t('body.title');
      setStatus(t('files.attached', { name: chosen.name, pointer }));
    },
    [view, t],
  );
  return {
    attach,
    status,
    failure,
    missed: () => setFailure(dropMissed),
    dismiss: () => setFailure(undefined),
  };
}
