import { useMemo } from 'react';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HufuError, type HufuErrorDetail } from '../../../shared/hufu-error.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { saveAsFile } from '../history/save-as-file.ts';
import { qrPixels, qrSvgFile } from './qr-drawing.ts';
import { QrCode } from './qr-code.tsx';
import { type QrModules, qrModules } from './qr-modules.ts';

interface QrViewProps {
  readonly text: string;
  /** What to be careful with. */
  readonly warning?: string | undefined;
  readonly note?: string;
}

/** A text as a code, to be copied and saved. */
export function QrView({ text, warning, note }: QrViewProps) {
  const { t } = useTranslation();
  const drawn = useMemo(() => draw(text), [text]);
  return (
    <div className="qr-dialog" data-testid="qr-dialog">
      {warning !== undefined && (
        <p className="qr-warning" role="note" data-testid="qr-warning">
          {warning}
        </p>
      )}
      {'refused' in drawn ? (
        <FailureNotice title={t('qr.notDrawn')} failure={drawn.refused} />
      ) : (
        <Drawn text={text} modules={drawn.modules} />
      )}
      {note !== undefined && <p>{note}</p>}
    </div>
  );
}

/** Of the side of a module in a saved picture: fit for print at a hand's width. */
const savedScale = 12;

function Drawn({ text, modules }: { readonly text: string; readonly modules: QrModules }) {
  const { t } = useTranslation();
  return (
    <>
      <QrCode modules={modules} text={text} />
      <div className="qr-text">
        {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
        <pre tabIndex={0} role="region" aria-label={t('qr.content')} data-testid="qr-text">
          {text}
        </pre>
        <CopyButton what={t('qr.content')} text={() => text} />
      </div>
      <div className="qr-actions">
        <Button
          icon={<Download size={13} aria-hidden />}
          data-testid="qr-save-png"
          onClick={() => void savePng(modules)}
        >
          {t('qr.savePng')}
        </Button>
        <Button
          icon={<Download size={13} aria-hidden />}
          data-testid="qr-save-svg"
          onClick={() => saveAsFile({ name: 'qr.svg', content: qrSvgFile(modules), type: 'image/svg+xml' })}
        >
          {t('qr.saveSvg')}
        </Button>
      </div>
    </>
  );
}

function draw(text: string): { readonly modules: QrModules } | { readonly refused: HufuErrorDetail } {
  try {
    return { modules: qrModules(text) };
  } catch (error) {
    if (error instanceof HufuError) return { refused: error.detail };
    throw error;
  }
}

async function savePng(modules: QrModules): Promise<void> {
  const { width, height, data } = qrPixels(modules, savedScale);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  saveAsFile({ name: 'qr.png', content: await canvas.convertToBlob({ type: 'image/png' }), type: 'image/png' });
}
