import { useTranslation } from 'react-i18next';
import type { HttpExchange } from '../../../shared/model/call-record.ts';
import { phaseTimes, shortMilliseconds } from './timings.ts';

/** Where the time of one exchange went, as a bar and in words. */
export function TimingsBar({ timings }: { readonly timings: HttpExchange['timings'] }) {
  const times = phaseTimes(timings);
  const { phases, total } = useTimingWords(timings);
  const text = `${phases} · ${total}`;
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

/** In words only; where it is narrow a style sheet may leave the phases out, not the whole. */
export function TimingsText({ timings }: { readonly timings: HttpExchange['timings'] }) {
  const { phases, total } = useTimingWords(timings);
  return (
    <span className="timings-text">
      <span className="timings-phases">{phases} · </span>
      {total}
    </span>
  );
}

function useTimingWords(timings: HttpExchange['timings']): { readonly phases: string; readonly total: string } {
  const { t } = useTranslation();
  const parts = phaseTimes(timings).map(
    ({ phase, milliseconds }) => `${t(`result.phase.${phase}`)} ${shortMilliseconds(milliseconds)}`,
  );
  return { phases: parts.join(' · '), total: `${t('result.phase.total')} ${shortMilliseconds(timings.total)} ms` };
}
