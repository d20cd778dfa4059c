import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Modal } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListedFile } from '../../../shared/files/list-files.ts';
import { saveAsFile } from '../history/save-as-file.ts';
import { fileContent } from './file-content.ts';
import { pdfPages } from './pdf-pages.ts';
import './file-preview.css';

interface FilePreviewProps {
  readonly listed: ListedFile;
  readonly onClose: () => void;
}

/** A file as it looks, where the browser can show it, and what is known of it where it cannot. */
export function FilePreview({ listed: { file, name, pointer }, onClose }: FilePreviewProps) {
  const { t } = useTranslation();
  const { type } = file;
  const content = useMemo(() => fileContent(file), [file]);
  const pages = useMemo(() => (type.name === 'PDF' ? pdfPages(content) : undefined), [type, content]);
  return (
    <Modal
      open
      title={name}
      width="min(900px, 92vw)"
      onCancel={onClose}
      footer={
        <Button
          icon={<Download size={13} aria-hidden />}
          data-testid="file-preview-save"
          onClick={() => saveAsFile({ name, content, type: type.mediaType })}
        >
          {t('files.saveButton')}
        </Button>
      }
    >
      <div className="file-preview" data-testid="file-preview">
        <p>
          <code>{pointer}</code>
          {' · '}
          {t('files.facts', { type: type.name, mediaType: type.mediaType, bytes: content.length })}
          {pages !== undefined && ` · ${t('files.pages', { count: pages })}`}
        </p>
        <Appearance name={name} type={type} content={content} />
      </div>
    </Modal>
  );
}

interface AppearanceProps {
  readonly name: string;
  readonly type: ListedFile['file']['type'];
  readonly content: Uint8Array<ArrayBuffer>;
}

const images: ReadonlySet<string> = new Set(['PNG', 'JPEG', 'GIF', 'WEBP', 'BMP']);

function Appearance({ name, type, content }: AppearanceProps) {
  const { t } = useTranslation();
  const [damaged, setDamaged] = useState(false);
  const isImage = images.has(type.name);
  // The desktop shell has no viewer of its own, and neither has every browser.
  const isDocument = type.name === 'PDF' && navigator.pdfViewerEnabled;
  const image = useRef<HTMLImageElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const holder = image.current ?? frame.current;
    if (!holder) return undefined;
    const address = URL.createObjectURL(new Blob([content], { type: type.mediaType }));
    holder.src = address;
    return () => URL.revokeObjectURL(address);
  }, [content, type]);

  if (damaged) return <p role="alert">{t('files.damaged')}</p>;
  if (isImage) return <img ref={image} alt={name} data-testid="file-image" onError={() => setDamaged(true)} />;
  // Its type is fixed here and is never one that scripts of ours run in. A `sandbox` would keep the viewer out.
  // oxlint-disable-next-line react/iframe-missing-sandbox -- see above
  if (isDocument) return <iframe ref={frame} title={name} data-testid="file-document" />;
  return <p data-testid="file-no-preview">{t('files.noPreview', { type: type.name })}</p>;
}
