import { type ChangeEvent, type DragEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { Button } from 'antd';
import { ImageUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { noPictureGiven } from './qr-failures.ts';
import { readQrPicture } from './read-qr-picture.ts';
import { usePicturePaste } from './use-picture-paste.ts';
import './read-qr-form.css';

interface ReadQrFormProps {
  /** What was read; undefined until something is. */
  readonly text: string | undefined;
  /** Undefined as soon as another picture is given: nothing of the one before may be taken for its text. */
  readonly onText: (text: string | undefined) => void;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** Takes a picture that is dropped, pasted or chosen, and shows what its code says. */
export function ReadQrForm({ text, onText, children }: ReadQrFormProps) {
  const { t } = useTranslation();
  const [isReading, setReading] = useState(false);
  const [dragging, setDragging] = useState(false);
  const [failure, setFailure] = useState<HufuErrorDetail>();
  const chooser = useRef<HTMLInputElement>(null);
  const newest = useRef<Blob>(undefined);

  const read = useCallback(
    async (picture: File | undefined) => {
      newest.current = picture;
      setFailure(picture ? undefined : noPictureGiven);
      onText(undefined);
      if (!picture) return;
      setReading(true);
      const result = await readQrPicture(picture);
      // Another one was given meanwhile.
      if (newest.current !== picture) return;
      setReading(false);
      if ('refused' in result) setFailure(result.refused);
      else onText(result.text);
    },
    [onText],
  );
  const take = useCallback((picture: File | undefined) => void read(picture), [read]);
  usePicturePaste(take);

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    const [file] = target.files ?? [];
    // The same file may be chosen again after it was changed.
    target.value = '';
    if (file) take(file);
  }

  function over(event: DragEvent): void {
    event.preventDefault();
    setDragging(true);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setDragging(false);
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  }

  return (
    <div className="read-qr" data-testid="read-qr">
      <div
        className="read-qr-drop"
        data-dragging={dragging}
        data-testid="read-qr-drop"
        onDragOver={over}
        onDragLeave={() => setDragging(false)}
        onDrop={drop}
      >
        <p>{dragging ? t('qr.drop') : t('qr.hint')}</p>
        <Button icon={<ImageUp size={13} aria-hidden />} onClick={() => chooser.current?.click()}>
          {t('qr.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/*"
          hidden
          aria-label={t('qr.chooser')}
          data-testid="read-qr-file"
          onChange={choose}
        />
      </div>
      <span role="status" className={isReading ? 'read-qr-status' : 'visually-hidden'}>
        {isReading
          ? t('qr.reading')
          : text !== undefined && !failure && t('qr.foundStatus', { characters: text.length })}
      </span>
      {failure && <FailureNotice title={t('qr.notRead')} failure={failure} onDismiss={() => setFailure(undefined)} />}
      {text !== undefined && (
        <>
          <div className="qr-text">
            {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
            <pre tabIndex={0} role="region" aria-label={t('qr.found')} data-testid="read-qr-text">
              {text}
            </pre>
            <CopyButton what={t('qr.found')} text={() => text} />
          </div>
          {children}
        </>
      )}
    </div>
  );
}
