import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { activeAttemptOf, compose, useCompose } from '../compose/compose-store.ts';
import type { CallFacts } from '../compose/use-call-facts.ts';
import { useHistoryCall, useRecentCalls } from '../history/use-recent-calls.ts';
import { CallList } from './call-list.tsx';
import { CallView } from './call-view.tsx';
import { NotSentNotice } from './not-sent-notice.tsx';
import './result-area.css';

interface ResultAreaProps {
  readonly facts: CallFacts;
  readonly onSend: () => void;
}

/** What came of the calls: the newest of the history and one call in full. */
export function ResultArea({ facts, onSend }: ResultAreaProps) {
  const { t } = useTranslation();
  const recent = useRecentCalls();
  return (
    <section className="result-area" aria-label={t('result.title')}>
      <NotSentNotice facts={facts} onSend={onSend} />
      {recent.length > 0 ? <RecentCalls recent={recent} /> : <EmptyResult />}
    </section>
  );
}

function RecentCalls({ recent }: { readonly recent: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const [onlyThis, setOnlyThis] = useState(false);
  const activeId = useCompose((state) => state.activeId);
  const wished = useCompose((state) => activeAttemptOf(state).shownCall);
  const calls = onlyThis ? recent.filter(({ requestId }) => requestId === activeId) : recent;
  const shownId = calls.some(({ id }) => id === wished)
    ? wished
    : calls.find(({ requestId }) => requestId === activeId)?.id;
  return (
    <SplitPane
      name="calls"
      direction="row"
      sized="first"
      initial="21%"
      minimum={{ sized: 150, rest: 420 }}
      first={
        <>
          <label className="call-list-only">
            <input
              type="checkbox"
              data-testid="only-this-request"
              checked={onlyThis}
              onChange={({ target }) => setOnlyThis(target.checked)}
            />
            {t('history.onlyThis')}
          </label>
          <CallList calls={calls} shownId={shownId} />
        </>
      }
      second={shownId === undefined ? <EmptyResult /> : <ShownCall key={shownId} id={shownId} />}
    />
  );
}

function ShownCall({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data: call, error } = useHistoryCall(id);
  if (call) return <CallView call={call} onSent={compose.show} />;
  return error ? (
    <FailureNotice title={t('history.notRead')} failure={failureFrom(error)} />
  ) : (
    <p className="work-nothing">{t('value.loading')}</p>
  );
}

function EmptyResult() {
  const { t } = useTranslation();
  const isSending = useCompose((state) => activeAttemptOf(state).sending !== undefined);
  return (
    <div className="result-empty" role="status">
      <b>{isSending ? t('result.sending') : t('result.empty')}</b>
      {!isSending && <p>{t('result.emptyHint')}</p>}
    </div>
  );
}
