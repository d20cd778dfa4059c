import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Tag } from '../../ui/tag.tsx';
import { compose } from '../compose/compose-store.ts';
import type { SentCall } from '../compose/use-send.ts';

interface CallListProps {
  readonly calls: readonly SentCall[];
  readonly shownId: string;
}

/** The calls of this session, the newest first. */
export function CallList({ calls, shownId }: CallListProps) {
  const { t } = useTranslation();
  return (
    <nav className="call-list" aria-label={t('result.calls')}>
      <ol>
        {calls.map((sent) => (
          <li key={sent.record.id}>
            <CallRow sent={sent} shown={sent.record.id === shownId} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function CallRow({ sent: { title, record }, shown }: { readonly sent: SentCall; readonly shown: boolean }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const language = usePreferences((state) => state.language);
  const { status, verdict, http, startedAt } = record;
  const meaning =
    status && verdict !== 'failed' ? say(status.meaning) : t(status ? 'result.notPassed' : `result.verdict.${verdict}`);
  return (
    <button type="button" aria-current={shown ? 'true' : undefined} onClick={() => compose.show(record.id)}>
      <Tag tone={verdict === 'success' ? 'decrypted' : 'failure'}>{status?.code ?? '!'}</Tag>
      <span className="call-list-title">
        {say(title)}
        <small>
          <time dateTime={new Date(startedAt).toISOString()}>{clockTime(startedAt, language)}</time> · {meaning}
        </small>
      </span>
      {http && <span className="call-list-time">{t('result.time', { ms: Math.round(http.timings.total) })}</span>}
    </button>
  );
}

function clockTime(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', { hour12: false });
}
