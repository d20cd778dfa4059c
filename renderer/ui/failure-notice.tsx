import type { ReactNode } from 'react';
import { CircleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import { useBilingual } from '../i18n/use-bilingual.ts';
import { IconButton } from './icon-button.tsx';
import './failure-notice.css';

interface FailureNoticeProps {
  readonly title: string;
  readonly failure: HufuErrorDetail;
  readonly onDismiss?: (() => void) | undefined;
  readonly action?: ReactNode;
}

/** Something that did not work: the sentence, the place and the clause; never a stack. */
export function FailureNotice({ title, failure, onDismiss, action }: FailureNoticeProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const place = [
    failure.field,
    failure.position && t('finding.position', failure.position),
    failure.clause && t('finding.clause', { clause: failure.clause }),
  ].filter(Boolean);
  return (
    <div className="failure-notice" role="alert" data-testid={`failure-${failure.code}`}>
      <CircleAlert size={15} aria-hidden />
      <div>
        <strong>{title}</strong>
        <span>{say(failure.text)}</span>
        {place.length > 0 && <small>{place.join(' · ')}</small>}
        {action}
      </div>
      {onDismiss && (
        <IconButton label={t('result.dismiss')} onClick={onDismiss}>
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
