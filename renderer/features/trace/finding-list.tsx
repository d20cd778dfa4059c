import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Finding, Severity } from '../../../shared/finding.ts';
import { useMask } from '../../app/use-mask.ts';
import type { Tone } from '../../app/palette.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { MarkTag } from '../../ui/mark-tag.tsx';
import './finding-list.css';

const order: readonly Severity[] = ['error', 'warning', 'notice'];
const icons = { error: CircleAlert, warning: TriangleAlert, notice: Info };

const tones: Readonly<Record<Severity, Tone>> = { error: 'failure', warning: 'encrypted', notice: 'plain' };

export function severityTone(severity: Severity): Tone {
  return tones[severity];
}

/** The worst first, each thing once: the same finding may come from a step and from the whole. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ code, field, message, position }) => {
      const key = JSON.stringify([code, field, message.en, position]);
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((left, right) => order.indexOf(left.severity) - order.indexOf(right.severity));
}

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** What can be done about one finding, beside its sentence. */
  readonly actionFor?: (finding: Finding) => { readonly label: string; readonly act: () => void } | undefined;
}

export function FindingList({ findings, actionFor }: FindingListProps) {
  return (
    <ul className="finding-list">
      {sortedFindings(findings).map((finding, index) => (
        <FindingItem key={`${finding.code} ${index}`} finding={finding} action={actionFor?.(finding)} />
      ))}
    </ul>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly action: { readonly label: string; readonly act: () => void } | undefined;
}

function FindingItem({ finding, action }: FindingItemProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { code, severity, message, clause, mark, position } = finding;
  const mask = useMask();
  const Icon = icons[severity];
  return (
    <li data-tone={severityTone(severity)} data-testid={`finding-${code}`}>
      <Icon size={13} aria-hidden />
      <p>
        <strong>{t(`severity.${severity}`)}</strong> {mask(say(message))}{' '}
        <small>
          {position && `${t('finding.position', position)} · `}
          {clause && t('finding.clause', { clause })}
        </small>{' '}
        {mark && <MarkTag mark={mark} />}
        {action && (
          <button type="button" className="link-button" onClick={action.act}>
            {action.label}
          </button>
        )}
      </p>
    </li>
  );
}
