import { useTranslation } from 'react-i18next';
import type { HistoryCall } from '../../../shared/model/history.ts';
import type { Finding } from '../../../shared/finding.ts';
import { listed } from '../../../shared/listed.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useMask } from '../../app/use-mask.ts';
import { usePlatforms } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CallActions } from '../history/call-actions.tsx';
import { CallFactsButton } from '../history/call-facts-button.tsx';
import { FindingList, sortedFindings } from '../trace/finding-list.tsx';
import { type AnswerWord, answerWords } from './answer-words.ts';
import { ColumnsButton, MessageColumns } from './message-columns.tsx';
import { RequestPanes, ResponsePanes } from './message-panes.tsx';
import { HttpHeads } from './http-heads.tsx';
import { TimingsBar } from './timings-bar.tsx';
import { verdictTones } from './verdict-tone.ts';

interface CallViewProps {
  readonly call: HistoryCall;
  /** Called with the id of a call that was made from this one. */
  readonly onSent: (id: string) => void;
}

/** One call in full: its status and what to do about it, what was noticed, and both messages in three views each. */
export function CallView({ call, onSent }: CallViewProps) {
  const { t } = useTranslation();
  const { record } = call;
  const { error, request, response, notRecorded } = record;
  // What is worth saying about the conventions stands beside the composed call; here is what came of this one.
  const findings = sortedFindings([
    ...(response?.trace.findings ?? []),
    ...request.trace.findings.filter(({ severity }) => severity !== 'notice'),
  ]).filter(({ message }) => !error?.text.en.includes(message.en));
  return (
    <div className="call-view">
      <StatusBar call={call} onSent={onSent} />
      {notRecorded && <FailureNotice title={t('history.notRecorded')} failure={notRecorded} />}
      {error && <FailureNotice title={t('severity.error')} failure={error} />}
      <Noticed findings={findings} />
      <MessageColumns>
        <RequestPanes request={request} record={record} />
        <ResponsePanes response={response} record={record} />
      </MessageColumns>
    </div>
  );
}

function StatusBar({ call, onSent }: CallViewProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const language = usePreferences((state) => state.language);
  const { record } = call;
  const { status, verdict, http } = record;
  // A status of success can stand in an answer that is wrong in another way: both are said.
  const notPassed = status !== undefined && verdict === 'failed';
  const profile = usePlatforms().data?.find(({ id }) => id === record.call.platform);
  const said = status ? `${status.code} ${say(status.meaning)}` : '';
  const words = answerWords(record, { profile, said });
  const differing = Object.keys(record.call.conventions).flatMap((name) => {
    const convention = profile?.conventions.find((candidate) => candidate.name === name);
    return convention ? [say(convention.title)] : [];
  });
  return (
    <header className="call-status" role="status">
      {notPassed && <Tag tone="failure">{t('result.notPassed')}</Tag>}
      <Tag tone={notPassed ? 'plain' : verdictTones[verdict]} testId="result-status">
        {status ? said : t(`result.verdict.${verdict}`)}
      </Tag>
      {http?.tls?.authorized === false && (
        <Tag
          tone="failure"
          testId="not-authorized"
          title={http.tls.authorizationError ?? t('history.notAuthorizedTitle')}
        >
          {t('history.notAuthorized')}
        </Tag>
      )}
      {!(status && verdict === 'refused') && <Words words={words} />}
      {status && verdict === 'refused' && (
        <p title={status.clause && t('finding.clause', { clause: status.clause })}>
          <Words words={words} /> {say(status.advice)}
          {differing.length > 0 && ` ${t('result.differing', { names: listed(differing, language) })}`}
        </p>
      )}
      <span className="call-status-facts">
        <CallActions call={call} onSent={onSent} />
        <CallFactsButton call={call} />
        <ColumnsButton />
        {http && <HttpHeads http={http} />}
        {http && <TimingsBar timings={http.timings} />}
      </span>
    </header>
  );
}

function Words({ words }: { readonly words: readonly AnswerWord[] }) {
  const mask = useMask();
  return words.map(({ name, value }) => (
    <code key={name} title={`${name}: ${mask(value, name)}`}>
      {mask(value, name)}
    </code>
  ));
}

function Noticed({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <section className="call-findings" aria-label={t('result.findings')}>
      <FindingList findings={findings} />
    </section>
  );
}
