import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hexDump } from './hex-dump.ts';
import './hex-view.css';

/** More lines are neither read nor laid out in good time; copying always takes all. */
const longestBytes = 32_768;
/** Below this many pixels sixteen bytes have no room in a line. */
const leastForSixteen = 520;

/** Bytes as a dump: sixteen in a line where there is room, eight where there is not. */
export function HexView({ hex, label }: { readonly hex: string; readonly label: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLPreElement>(null);
  const [width, setWidth] = useState<8 | 16>(16);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth < leastForSixteen ? 8 : 16);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const text = useMemo(() => hexDump(hex.slice(0, longestBytes * 2), { width }), [hex, width]);
  return (
    <>
      {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <pre
        ref={box}
        className="hex-view"
        {...{ tabIndex: 0, role: 'region', 'aria-label': label }}
        data-testid="hex-view"
      >
        {text === '' ? <em>{t('wire.empty')}</em> : text}
      </pre>
      {hex.length > longestBytes * 2 && (
        <p className="code-text-note">{t('value.bytesShown', { shown: longestBytes, total: hex.length / 2 })}</p>
      )}
    </>
  );
}
