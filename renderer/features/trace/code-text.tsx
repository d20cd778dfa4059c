import { useTranslation } from 'react-i18next';
import { markProvisional } from './mark-provisional.ts';
import './code-text.css';

interface CodeTextProps {
  readonly text: string;
  /** Values that are marked as fixed only at the moment of sending. */
  readonly provisional?: readonly string[];
  readonly label: string;
}

/** More than this is neither read nor laid out in good time; copying always takes all. */
const longestShown = 200_000;

/** A value in the code face, wrapped anywhere, with a word when not all of it is shown. */
export function CodeText({ text, provisional = [], label }: CodeTextProps) {
  const { t } = useTranslation();
  const shown = text.length > longestShown ? text.slice(0, longestShown) : text;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable (WCAG 2.1.1) */}
      <pre className="code-text" tabIndex={0} role="region" aria-label={label}>
        {text === '' ? (
          <em>{t('wire.empty')}</em>
        ) : (
          markProvisional(shown, provisional).map((piece, index) =>
            piece.provisional ? (
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
