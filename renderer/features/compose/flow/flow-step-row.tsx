import { useTranslation } from 'react-i18next';
import type { FlowStep } from '../../../../shared/flow/run-flow.ts';
import type { CallRecord } from '../../../../shared/model/call-record.ts';
import { usePlatforms } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { answerWords } from '../../result/answer-words.ts';
import { verdictTones } from '../../result/verdict-tone.ts';

interface FlowStepRowProps {
  readonly step: FlowStep;
  readonly onOpen: () => void;
}

/** One request of a flow: what came of it, and what it handed on. */
export function FlowStepRow({ step, onOpen }: FlowStepRowProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { title, state, record, failure } = step;
  const profile = usePlatforms().data?.find(({ id }) => id === record?.call.platform);
  const tone = record ? verdictTones[record.verdict] : state === 'notSent' ? 'failure' : 'plain';
  const words = record
    ? record.status
      ? `${record.status.code} ${say(record.status.meaning)}`
      : t(`result.verdict.${record.verdict}`)
    : t(`flow.state.${state}`);
  // Why it was refused stands in the answer: a list of errors, or a field of words.
  const reasons = (sent: CallRecord): readonly string[] =>
    sent.error
      ? [say(sent.error.text)]
      : sent.verdict === 'success'
        ? []
        : [
            ...answerWords(sent, { profile, said: words }).map(({ value }) => value),
            ...(sent.response?.trace.findings ?? [])
              .filter(({ severity }) => severity === 'error')
              .map(({ message }) => say(message)),
          ];
  const handedOn = record?.extracted?.filter(({ found }) => found).map(({ name }) => `{{${name}}}`) ?? [];
  return (
    <li data-state={state} data-testid="flow-step">
      <button type="button" className="link-button" onClick={onOpen}>
        {say(title)}
      </button>
      <span data-tone={tone}>{words}</span>
      {record?.http && <small>{t('flow.milliseconds', { count: Math.round(record.http.timings.total) })}</small>}
      {handedOn.length > 0 && <small>{t('flow.handedOn', { names: handedOn.join(' ') })}</small>}
      {failure && <p data-tone="failure">{say(failure.text)}</p>}
      {record &&
        [...new Set(reasons(record))].map((reason) => (
          <p key={reason} data-tone="failure">
            {reason}
          </p>
        ))}
    </li>
  );
}
