import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamesFile } from '../../../../shared/files/file-members.ts';
import { type ListedFile, listFiles } from '../../../../shared/files/list-files.ts';
import { FileList } from '../../files/file-list.tsx';
import { activeCallOf, useCompose } from '../compose-store.ts';
import { removeEdit } from './attach-places.ts';
import { type BodyView, editBody } from './body-edit.ts';
import { bodyFolds } from './body-folds.ts';

interface BodyFilesProps {
  readonly view: BodyView;
  readonly namesFile: NamesFile;
  readonly onReplace: (listed: ListedFile) => void;
}

/** The files of the open body. */
export function BodyFiles({ view, namesFile, onReplace }: BodyFilesProps) {
  const { t } = useTranslation();
  const body = useCompose((state) => activeCallOf(state)?.body) ?? '';
  // Typing comes first; the list follows.
  const deferred = useDeferredValue(body);
  const files = useMemo(
    () => listFiles(bodyFolds.fold(deferred), { folds: bodyFolds, namesFile }),
    [deferred, namesFile],
  );
  return (
    <FileList
      files={files}
      label={t('files.inBody')}
      onReplace={onReplace}
      onRemove={(listed) => editBody(view, (folded) => removeEdit(folded, listed))}
    />
  );
}
