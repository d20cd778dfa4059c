import { useTranslation } from 'react-i18next';
import type { HttpExchange } from '../../../shared/model/call-record.ts';
import { phaseTimes, shortMilliseconds } from './timings.ts';

/** Where the time of one exchange went, as a bar and in words. */
export function TimingsBar({ timings }: { readonly timings: HttpExchange['timings'] }) {
  const times = phaseTimes(timings);
  const text = useTimingsText(timings);
  return (
    <span className="timings" title={text}>
      <span className="timings-bar" aria-hidden>
        {times.map(({ phase, share }) => (
          <i key={phase} data-phase={phase} style={{ flexGrow: share }} />
        ))}
      </span>
      <span className="timings-text">{text}</span>
    </span>
  );
}

export function TimingsText({ timings }: { readonly timings: HttpExchange['timings'] }) {
  return <span className="timings-text">{useTimingsText(timings)}</span>;
}

function useTimingsText(timings: HttpExchange['timings']): string {
  const { t } = useTranslation();
  const parts = phaseTimes(timings).map(
    ({ phase, milliseconds }) => `${t(`result.phase.${phase}`)} ${shortMilliseconds(milliseconds)}`,
  );
  return [...parts, `${t('result.phase.total')} ${shortMilliseconds(timings.total)} ms`].join(' · ');
}
