import { useTranslation } from 'react-i18next';
import type { HttpExchange } from '../../../shared/model/call-record.ts';
import { phaseTimes, shortMilliseconds } from './timings.ts';

/** Where the time of one exchange went, as a bar and in words. */
export function TimingsBar({ timings }: { readonly timings: HttpExchange['timings'] }) {
  const times = phaseTimes(timings);
  return (
    <span className="timings">
      <span className="timings-bar" aria-hidden>
        {times.map(({ phase, share }) => (
          <i key={phase} data-phase={phase} style={{ flexGrow: share }} />
        ))}
      </span>
      <TimingsText timings={timings} />
    </span>
  );
}

export function TimingsText({ timings }: { readonly timings: HttpExchange['timings'] }) {
  const { t } = useTranslation();
  const parts = phaseTimes(timings).map(
    ({ phase, milliseconds }) => `${t(`result.phase.${phase}`)} ${shortMilliseconds(milliseconds)}`,
  );
  return (
    <span className="timings-text">
      {[...parts, `${t('result.phase.total')} ${shortMilliseconds(timings.total)} ms`].join(' · ')}
    </span>
  );
}
