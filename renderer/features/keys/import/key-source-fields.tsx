import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { Button, Input } from 'antd';
import { Eye, EyeOff, FileKey, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import type { KeyInput } from '../../../../shared/model/key.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { readKeyFile } from './read-key-file.ts';

export interface KeySource {
  readonly input: KeyInput;
  readonly fileName?: string;
}

interface KeySourceFieldsProps {
  readonly source: KeySource | undefined;
  readonly onChange: (source: KeySource | undefined) => void;
}

/** Where the key comes from: pasted, typed, chosen as a file, or dropped anywhere on the window. */
export function KeySourceFields({ source, onChange }: KeySourceFieldsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(false);
  const [refused, setRefused] = useState<HufuErrorDetail>();
  const chooser = useRef<HTMLInputElement>(null);

  async function take(file: File): Promise<void> {
    const read = await readKeyFile(file);
    if ('refused' in read) return setRefused(read.refused);
    setRefused(undefined);
    onChange({ input: { file: read.base64 }, fileName: read.name });
  }
  const dragging = useDroppedFile(take);

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    const [file] = target.files ?? [];
    // The same file may be chosen again after it was mended.
    target.value = '';
    if (file) void take(file);
  }

  function type(typed: string): void {
    setText(typed);
    onChange(typed.trim() === '' ? undefined : { input: { text: typed } });
  }

  function dropFile(): void {
    onChange(text.trim() === '' ? undefined : { input: { text } });
  }

  return (
    <div className="key-source" data-dragging={dragging}>
      {source?.fileName === undefined ? (
        <Field label={t('keys.import.paste')} hint={t('keys.import.pasteHint')}>
          {(control) => (
            <span className="key-source-text">
              <Input.TextArea
                {...control}
                className="code-input"
                data-shown={shown}
                data-testid="import-text"
                rows={4}
                value={text}
                spellCheck={false}
                autoComplete="off"
                onChange={({ target }) => type(target.value)}
              />
              <IconButton
                label={t(shown ? 'keys.import.hideText' : 'keys.import.showText')}
                pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {shown ? <EyeOff size={13} aria-hidden /> : <Eye size={13} aria-hidden />}
              </IconButton>
            </span>
          )}
        </Field>
      ) : (
        <p className="key-source-file" data-testid="import-file-name">
          <FileKey size={14} aria-hidden />
          <span>{source.fileName}</span>
          <IconButton label={t('keys.import.otherSource')} onClick={dropFile}>
            <X size={13} aria-hidden />
          </IconButton>
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('keys.import.file')}
        data-testid="import-file"
        onChange={choose}
      />
      <span className="key-source-choose">
        <Button icon={<FileKey size={13} aria-hidden />} onClick={() => chooser.current?.click()}>
          {t('keys.import.file')}
        </Button>
        <small>{t('keys.import.drop')}</small>
      </span>
      {refused && <FailureNotice title={t('keys.import.notRead')} failure={refused} />}
    </div>
  );
}

/** True while a file is dragged over the window. Elsewhere than here a dropped file would take the place of the page. */
function useDroppedFile(take: (file: File) => Promise<void>): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    function over(event: DragEvent): void {
      event.preventDefault();
      setDragging(true);
    }
    function leave({ relatedTarget }: DragEvent): void {
      if (relatedTarget === null) setDragging(false);
    }
    function drop(event: DragEvent): void {
      event.preventDefault();
      setDragging(false);
      const file = event.dataTransfer?.files[0];
      if (file) void latest.current(file);
    }
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return dragging;
}
