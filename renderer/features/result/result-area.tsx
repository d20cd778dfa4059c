import { useTranslation } from 'react-i18next';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useCompose } from '../compose/compose-store.ts';
import type { CallFacts } from '../compose/use-call-facts.ts';
import { useSentCalls } from '../compose/use-send.ts';
import { CallList } from './call-list.tsx';
import { CallView } from './call-view.tsx';
import { NotSentNotice } from './not-sent-notice.tsx';
import './result-area.css';

interface ResultAreaProps {
  readonly facts: CallFacts;
  readonly onSend: () => void;
}

/** What came of the calls: the list of this session and one call in full. */
export function ResultArea({ facts, onSend }: ResultAreaProps) {
  const { t } = useTranslation();
  const calls = useSentCalls();
  const shownId = useCompose((state) => state.shownCall);
  const shown = calls.find(({ record }) => record.id === shownId) ?? calls[0];

  return (
    <section className="result-area" aria-label={t('result.title')}>
      <NotSentNotice facts={facts} onSend={onSend} />
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
