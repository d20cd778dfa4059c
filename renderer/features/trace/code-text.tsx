import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMask } from '../../app/use-mask.ts';
import { markProvisional } from './mark-provisional.ts';
import './code-text.css';

interface CodeTextProps {
  readonly text: string;
  /** Values that are marked as fixed only at the moment of sending. */
  readonly provisional?: readonly string[];
  /** What stands in the text in place of files. */
  readonly placeholders?: readonly string[];
  readonly label: string;
  /** False where what is around it scrolls and can be reached instead. */
  readonly scrolls?: boolean;
}

/** More than this is neither read nor laid out in good time; copying always takes all. */
const longestShown = 200_000;

/** A value in the code face, wrapped anywhere, with a word when not all of it is shown. */
export function CodeText({ text, provisional = [], placeholders = [], label, scrolls = true }: CodeTextProps) {
  const { t } = useTranslation();
  const mask = useMask();
  const cut = text.length > longestShown ? text.slice(0, longestShown) : text;
  const shown = useMemo(() => mask(cut), [mask, cut]);
  return (
    <>
      {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <pre className="code-text" {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': label })}>
        {text === '' ? (
          <em>{t('wire.empty')}</em>
        ) : (
          markProvisional(shown, [...provisional, ...placeholders]).map((piece, index) =>
            piece.provisional && placeholders.includes(piece.text) ? (
              <span key={index} className="code-text-file" title={t('files.placeholder')}>
                {piece.text}
              </span>
            ) : piece.provisional ? (
              <mark key={index} title={t('wire.provisional')}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )
        )}
      </pre>
      {shown.length < text.length && (
        <p className="code-text-note">{t('value.shown', { shown: shown.length, total: text.length })}</p>
      )}
    </>
  );
}
