import { useTranslation } from 'react-i18next';
import { failureFrom } from '../../app/host-failure.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CallView } from '../result/call-view.tsx';
import { historyScreen, useHistoryScreen } from './history-store.ts';
import { useHistoryCall } from './use-recent-calls.ts';

/** The call that was opened from the list. */
export function ShownCall() {
  const { t } = useTranslation();
  const say = useBilingual();
  const shownId = useHistoryScreen((state) => state.shownId);
  const { data: call, error } = useHistoryCall(shownId);
  if (shownId === undefined) return <p className="history-nothing">{t('history.choose')}</p>;
  if (error) return <FailureNotice title={t('history.notRead')} failure={failureFrom(error)} />;
  if (!call) return <p className="history-nothing">{t('value.loading')}</p>;
  const { entry } = call;
  return (
    <section className="history-shown" aria-label={say(entry.title)} data-testid="history-shown">
      <header>
        <h2>{say(entry.title)}</h2>
        <Moment at={entry.startedAt} />
        {entry.tags.map((tag) => (
          <Tag key={tag} tone="signed">
            {tag}
          </Tag>
        ))}
        {entry.note !== '' && <p>{entry.note}</p>}
      </header>
      <CallView key={entry.id} call={call} onSent={historyScreen.show} />
    </section>
  );
}
