import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/finding.ts';
import type { CallRecord } from '../../../shared/model/call-record.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { SentCall } from '../compose/use-send.ts';
import { FindingList, sortedFindings } from '../trace/finding-list.tsx';
import { RequestPanes, ResponsePanes } from './message-panes.tsx';
import { HttpHeads } from './http-heads.tsx';
import { TimingsBar } from './timings-bar.tsx';

/** One call in full: its status and what to do about it, what was noticed, and both messages in three views each. */
export function CallView({ sent: { record } }: { readonly sent: SentCall }) {
  const { t } = useTranslation();
  const { error, request, response } = record;
  // What is worth saying about the conventions stands beside the composed call; here is what came of this one.
  const findings = sortedFindings([
    ...(response?.trace.findings ?? []),
    ...request.trace.findings.filter(({ severity }) => severity !== 'notice'),
  ]).filter(({ message }) => !error?.text.en.includes(message.en));
  return (
    <div className="call-view">
      <StatusBar record={record} />
      {error && <FailureNotice title={t('severity.error')} failure={error} />}
      <Noticed findings={findings} />
      <div className="message-panes">
        <RequestPanes request={request} />
        <ResponsePanes response={response} record={record} />
      </div>
    </div>
  );
}

function StatusBar({ record }: { readonly record: CallRecord }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { status, verdict, http } = record;
  // A status of success can stand in an answer that is wrong in another way: both are said.
  const notPassed = status !== undefined && verdict === 'failed';
  const tone = verdict === 'success' || notPassed ? 'decrypted' : 'failure';
  return (
    <header className="call-status" role="status">
      <Tag tone={tone} testId="result-status">
        {status ? `${status.code} ${say(status.meaning)}` : t(`result.verdict.${verdict}`)}
      </Tag>
      {notPassed && <Tag tone="failure">{t('result.notPassed')}</Tag>}
      {status && verdict === 'refused' && (
        <p title={t('finding.clause', { clause: status.clause })}>{say(status.advice)}</p>
      )}
      {http && (
        <span className="call-status-facts">
          <HttpHeads http={http} />
          <TimingsBar timings={http.timings} />
        </span>
      )}
    </header>
  );
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
