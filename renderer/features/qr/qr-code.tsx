import { useTranslation } from 'react-i18next';
import { qrPath } from './qr-drawing.ts';
import type { QrModules } from './qr-modules.ts';
import './qr-code.css';

interface QrCodeProps {
  readonly modules: QrModules;
  /** What it says, for screen readers. */
  readonly text: string;
}

/** A code, dark on white in both themes: readers do not find every light one. */
export function QrCode({ modules, text }: QrCodeProps) {
  const { t } = useTranslation();
  const { length: size } = modules;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={t('qr.drawing', { text })}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      data-testid="qr-code"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(modules)} fill="#000" />
    </svg>
  );
}
