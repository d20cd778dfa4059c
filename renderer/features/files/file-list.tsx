import { useState } from 'react';
import { Download, Eye, FileText, Replace, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListedFile } from '../../../shared/files/list-files.ts';
import { readableSize } from '../../../shared/files/readable-size.ts';
import { usePreferences } from '../../app/preferences.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { saveAsFile } from '../history/save-as-file.ts';
import { fileContent } from './file-content.ts';
import { FilePreview } from './file-preview.tsx';
import './file-list.css';

interface FileListProps {
  readonly files: readonly ListedFile[];
  /** For screen readers. */
  readonly label: string;
  /** Only where the text they stand in can be changed. */
  readonly onReplace?: (file: ListedFile) => void;
  readonly onRemove?: (file: ListedFile) => void;
}

/** The files of a text: where they stand, what they are, and what can be done with them. */
export function FileList({ files, label, onReplace, onRemove }: FileListProps) {
  const { t } = useTranslation();
  const masking = usePreferences((state) => state.masking);
  const [shown, setShown] = useState<ListedFile>();
  if (files.length === 0 && !shown) return null;
  return (
    <>
      <ul className="file-list" aria-label={label} data-testid="file-list">
        {files.map((listed) => {
          const { pointer, name, file, start } = listed;
          return (
            <li key={start} data-testid="file-row">
              <FileText size={13} aria-hidden />
              <code title={pointer}>
                {/* The end of a long one tells it from the others. */}
                <bdi>{pointer === '' ? t('files.whole') : pointer}</bdi>
              </code>
              <Tag tone="plain">{file.type.name}</Tag>
              <span title={t('files.bytes', { bytes: file.size })}>{readableSize(file.size)}</span>
              <IconButton
                disabled={masking}
                label={masking ? t('masking.noPreview') : t('files.preview', { name })}
                testId="file-preview-open"
                onClick={() => setShown(listed)}
              >
                <Eye size={13} aria-hidden />
              </IconButton>
              <IconButton
                label={t('files.save', { name })}
                testId="file-save"
                onClick={() => saveAsFile({ name, content: fileContent(file), type: file.type.mediaType })}
              >
                <Download size={13} aria-hidden />
              </IconButton>
              {onReplace && (
                <IconButton
                  label={t('files.replace', { name })}
                  testId="file-replace"
                  onClick={() => onReplace(listed)}
                >
                  <Replace size={13} aria-hidden />
                </IconButton>
              )}
              {onRemove && (
                <IconButton label={t('files.remove', { name })} testId="file-remove" onClick={() => onRemove(listed)}>
                  <X size={13} aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {shown && <FilePreview listed={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
