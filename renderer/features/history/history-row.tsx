import { Check, Pin, StickyNote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Tag } from '../../ui/tag.tsx';
import { statusSign, verdictTones } from '../result/verdict-tone.ts';
import { CallTime } from './call-time.tsx';
import { useHistoryNames } from './use-history-names.ts';

interface HistoryRowProps {
  /** Of the element. */
  readonly id: string;
  readonly entry: HistoryEntry;
  /** From 1. */
  readonly position: number;
  /** -1 where it is not known. */
  readonly total: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly shown: boolean;
  /** Pixels from the beginning of the list. */
  readonly top: number;
}

export function HistoryRow({ id, entry, position, total, selected, active, shown, top }: HistoryRowProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { environmentTitle, interfaceTitle } = useHistoryNames();
  const { title, status, verdict, startedAt, http, pinned, note, tags } = entry;
  const words = status ? `${status.code} ${say(status.meaning)}` : t(`result.verdict.${verdict}`);
  return (
    <div
      id={id}
      className="history-row"
      role="option"
      aria-selected={selected}
      aria-current={shown ? 'true' : undefined}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      data-active={active}
      data-call={entry.id}
      data-testid="history-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="history-check" data-check aria-hidden>
        {selected && <Check size={11} />}
      </span>
      <Tag tone={verdictTones[verdict]} title={words}>
        {statusSign(status?.code, verdict)}
        <span className="visually-hidden">{words}</span>
      </Tag>
      <span className="history-row-text">
        <span>
          <b>{say(title)}</b>
          {pinned && <Pin size={11} role="img" aria-label={t('history.pinned')} aria-hidden={false} />}
          {note !== '' && <StickyNote size={11} role="img" aria-label={t('history.note')} aria-hidden={false} />}
          {tags.map((tag) => (
            <i key={tag}>{tag}</i>
          ))}
        </span>
        <small>
          {environmentTitle(entry)} · {interfaceTitle(entry)}
        </small>
      </span>
      <span className="history-row-aside">
        <CallTime at={startedAt} />
        <small>{http ? t('result.time', { ms: Math.round(http.milliseconds) }) : t(`result.verdict.${verdict}`)}</small>
      </span>
    </div>
  );
}
