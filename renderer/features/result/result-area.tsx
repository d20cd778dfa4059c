import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { compose, useCompose } from '../compose/compose-store.ts';
import { useSentCalls } from '../compose/use-send.ts';
import { CallList } from './call-list.tsx';
import { CallView } from './call-view.tsx';
import './result-area.css';

/** What came of the calls: the list of this session and one call in full. */
export function ResultArea() {
  const { t } = useTranslation();
  const calls = useSentCalls();
  const shownId = useCompose((state) => state.shownCall);
  const shown = calls.find(({ record }) => record.id === shownId) ?? calls[0];

  return (
    <section className="result-area" aria-label={t('result.title')}>
      <NotSentNotice />
      {shown ? (
        <SplitPane
          name="calls"
          direction="row"
          sized="first"
          initial="21%"
          minimum={{ sized: 150, rest: 420 }}
          first={<CallList calls={calls} shownId={shown.record.id} />}
          second={<CallView key={shown.record.id} sent={shown} />}
        />
      ) : (
        <EmptyResult />
      )}
    </section>
  );
}

function EmptyResult() {
  const { t } = useTranslation();
  const isSending = useCompose((state) => state.sending !== undefined);
  return (
    <div className="result-empty" role="status">
      <b>{isSending ? t('result.sending') : t('result.empty')}</b>
      {!isSending && <p>{t('result.emptyHint')}</p>}
    </div>
  );
}

function NotSentNotice() {
  const { t } = useTranslation();
  const notSent = useCompose((state) => state.notSent);
  if (notSent === undefined) return null;
  if (notSent === 'cancelled') {
    return (
      <p className="result-cancelled" role="status">
        {t('result.cancelled')}
        <button type="button" className="link-button" onClick={compose.dismissNotSent}>
          {t('result.dismiss')}
        </button>
      </p>
    );
  }
  return <FailureNotice title={t('severity.error')} failure={notSent} onDismiss={compose.dismissNotSent} />;
}
