import { useMemo, useState } from 'react';
import { QrCode as QrSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { jsonStrings } from '../../../shared/files/json-strings.ts';
import type { NamesMember } from '../../../shared/files/schema-members.ts';
import { QrCode } from './qr-code.tsx';
import { QrDialog } from './qr-dialog.tsx';
import { drawableModules } from './qr-modules.ts';
import { stringAt } from './string-at.ts';

interface QrMemberListProps {
  /** JSON. */
  readonly text: string;
  readonly namesQr: NamesMember;
  readonly label: string;
  /** By name alone, to be drawn when asked for: what was composed is there to be read first. */
  readonly isBrief?: boolean;
}

/** A list that is longer is seldom looked at; the rest is shown by selecting it. */
const mostDrawn = 24;

/** The codes that an answer holds by its schema, small, to be opened large. */
export function QrMemberList({ text, namesQr, label, isBrief = false }: QrMemberListProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string>();
  const codes = useMemo(
    () =>
      jsonStrings(text)
        .filter(({ pointer }) => namesQr(pointer))
        .slice(0, mostDrawn)
        .flatMap((place) => {
          const content = stringAt(text, place);
          const modules = drawableModules(content);
          return modules ? [{ pointer: place.pointer, content, modules }] : [];
        }),
    [text, namesQr],
  );
  if (codes.length === 0) return null;
  return (
    <>
      <ul className="qr-list" data-brief={isBrief} aria-label={t('qr.inAnswer', { what: label })} data-testid="qr-list">
        {codes.map(({ pointer, content, modules }) => (
          <li key={pointer}>
            <button
              type="button"
              aria-label={t('qr.enlarge', { pointer })}
              title={t('qr.enlarge', { pointer })}
              onClick={() => setShown(content)}
            >
              {isBrief ? <QrSign size={12} aria-hidden /> : <QrCode modules={modules} text={content} />}
              <span>{pointer}</span>
            </button>
          </li>
        ))}
      </ul>
      <QrDialog text={shown} onClose={() => setShown(undefined)} />
    </>
  );
}
