import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Tag } from '../../ui/tag.tsx';
import { compose } from '../compose/compose-store.ts';
import { CallTime } from '../history/call-time.tsx';
import { statusSign, verdictTones } from './verdict-tone.ts';

interface CallListProps {
  readonly calls: readonly HistoryEntry[];
  readonly shownId: string | undefined;
}

/** The newest calls of the history. */
export function CallList({ calls, shownId }: CallListProps) {
  const { t } = useTranslation();
  return (
    <nav className="call-list" aria-label={t('result.calls')}>
      <ol>
        {calls.map((entry) => (
          <li key={entry.id}>
            <CallRow entry={entry} shown={entry.id === shownId} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function CallRow({ entry, shown }: { readonly entry: HistoryEntry; readonly shown: boolean }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { id, title, status, verdict, http, startedAt } = entry;
  const meaning =
    status && verdict !== 'failed' ? say(status.meaning) : t(status ? 'result.notPassed' : `result.verdict.${verdict}`);
  return (
    <button type="button" aria-current={shown ? 'true' : undefined} onClick={() => compose.show(id)}>
      <Tag tone={verdictTones[verdict]} title={status ? `${status.code} ${say(status.meaning)}` : meaning}>
        {statusSign(status?.code, verdict)}
      </Tag>
      <span className="call-list-title">
        <span>{say(title)}</span>
        <small>
          <CallTime at={startedAt} /> · {meaning}
        </small>
      </span>
      {http && <span className="call-list-time">{t('result.time', { ms: Math.round(http.milliseconds) })}</span>}
    </button>
  );
}
