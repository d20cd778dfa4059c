import { memo, useId, useState } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutputView, PartView, StepView, TraceView } from '../../../../shared/pipeline/trace-view.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useMask } from '../../../app/use-mask.ts';
import { useHost } from '../../../app/host-context.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useClauseText } from '../../../i18n/use-clause-text.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { CodeText } from '../../trace/code-text.tsx';
import { FindingList } from '../../trace/finding-list.tsx';
import { placesOf } from '../../trace/find-slot.ts';
import { isPrincipal, stepChoices, stepSize, stepTone } from '../../trace/step-view.ts';
import { fetchWholeValue } from '../../trace/use-whole-value.ts';
import { ValueView } from '../../trace/value-view.tsx';
import { OtherString } from './other-string.tsx';
import './wire-step.css';

interface WireStepProps {
  readonly step: StepView;
  /** Index in its trace. */
  readonly index: number;
  readonly traceId: string;
  readonly direction: TraceView['direction'];
  /** Values that are marked as fixed only at the moment of sending. */
  readonly provisional: readonly string[];
}

/** One step of the pipeline as a card: what it did, by which clause, what came out. */
export const WireStep = memo(function WireStep({ step, index, traceId, direction, provisional }: WireStepProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const bodyId = useId();
  const [expanded, setExpanded] = useState(false);
  const title = say(step.title);
  const choices = stepChoices(step);
  const principal = isPrincipal(step);
  const cover = useExcerptCover();
  const coverOf = (part: PartView, of: OutputView | undefined) => (of ? cover(part, of).slice(0, 80) : '');
  const output = firstFilled(step);
  const [place] = output ? placesOf(output, { traceId, step: index }) : [];
  const isFields = output !== undefined && hasFields(output);

  return (
    <li
      className="wire-step"
      data-tone={stepTone(step, direction)}
      data-principal={principal}
      data-testid={`wire-step-${step.kind}`}
    >
      <div className="wire-step-head">
        <button
          type="button"
          className="wire-step-title"
          aria-expanded={expanded}
          aria-controls={bodyId}
          title={expanded ? t('wire.collapse') : t('wire.expand')}
          onClick={() => setExpanded(!expanded)}
        >
          <b>{index + 1}</b>
          <span>{title}</span>
          {expanded ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
          {choices !== '' && <em>{choices}</em>}
          {step.verdict === 'skipped' && <small>{t('wire.skipped')}</small>}
          {!principal && !expanded && place && !isFields && <code>{coverOf(place.part, output)}</code>}
        </button>
        <StepFacts step={step} />
        {place && !isFields && <CopyButton what={title} text={() => fetchWholeValue(host, place, place.part.form)} />}
      </div>
      <div id={bodyId} className="wire-step-body">
        {step.verdict === 'failed' && <FindingList findings={step.findings} />}
        {expanded ? (
          <>
            <ExpandedOutputs step={step} index={index} traceId={traceId} provisional={provisional} />
            {step.kind === 'sign.string' && place && <OtherString place={place} />}
          </>
        ) : (
          principal && output && place && <Excerpt output={output} label={title} provisional={provisional} />
        )}
      </div>
    </li>
  );
});

/** Members by name, be it one; `size` counts them, and bytes of everything else. */
function hasFields({ parts }: OutputView): boolean {
  return parts.length !== 1 || parts[0]?.name !== '';
}

/** What a step wrote first: fields may all be of the address, and none of the message. */
function firstFilled({ outputs }: StepView): OutputView | undefined {
  return outputs.find(({ parts }) => parts.length > 0) ?? outputs[0];
}

/** Verdict, size and clause, as far as there are any. */
function StepFacts({ step }: { readonly step: StepView }) {
  const { t } = useTranslation();
  const clauseOf = useClauseText();
  const { verdict, outputs, clause } = step;
  const output = firstFilled(step);
  const size = stepSize(step);
  const isFields = output !== undefined && hasFields(output);
  const facts = [
    verdict === 'passed' && t('wire.passed'),
    output?.sensitivity === 'secret' && t('wire.notShown'),
    output &&
      isFields &&
      output.sensitivity !== 'secret' &&
      t('wire.members', { count: outputs.reduce((sum, { parts }) => sum + parts.length, 0) }),
    size !== undefined && !isFields && t('wire.bytes', { count: size }),
    clause !== undefined && clauseOf(clause),
  ].filter(Boolean);
  return (
    <span className="wire-step-facts" title={clause ? t('header.clause', { clause }) : undefined}>
      {verdict === 'failed' && <strong>{t('wire.failed')} </strong>}
      {facts.join(' · ')}
    </span>
  );
}

function Excerpt({
  output,
  label,
  provisional,
}: {
  readonly output: OutputView;
  readonly label: string;
  readonly provisional: readonly string[];
}) {
  const cover = useExcerptCover();
  const text = output.parts.map((part) => (part.name === '' ? '' : `${part.name}: `) + cover(part, output)).join('\n');
  // Four lines are shown; more than a screenful of text would only be laid out to be hidden.
  return (
    <div className="wire-step-excerpt">
      <CodeText text={text.slice(0, 1200)} label={label} provisional={provisional} scrolls={false} />
    </div>
  );
}

function ExpandedOutputs({
  step,
  index,
  traceId,
  provisional,
}: Pick<WireStepProps, 'step' | 'index' | 'traceId' | 'provisional'>) {
  const { t } = useTranslation();
  const say = useBilingual();
  if (step.outputs.length === 0) return <p>{t(step.verdict === 'skipped' ? 'wire.skipped' : 'wire.nothing')}</p>;
  return step.outputs.map((output) => {
    const places = placesOf(output, { traceId, step: index });
    if (output.sensitivity === 'secret') return <p key={output.slot}>{t('wire.secret')}</p>;
    if (places.length > 1 && places.every(({ part }) => part.name !== '')) {
      return <FieldTable key={output.slot} output={output} />;
    }
    return places.map((place) => (
      <ValueView key={`${output.slot} ${place.index}`} place={place} what={say(step.title)} provisional={provisional} />
    ));
  });
}

/** The beginning of a value as it may be shown; of bytes nothing is while data is covered. */
function useExcerptCover(): (part: PartView, output: OutputView) => string {
  const masking = usePreferences((state) => state.masking);
  const mask = useMask();
  return ({ name, form, excerpt }, { sensitivity }) => {
    if (!masking || sensitivity === 'public') return mask(excerpt);
    return form === 'hex' ? '•'.repeat(8) : mask(excerpt, name);
  };
}

function FieldTable({ output }: { readonly output: OutputView }) {
  const mask = useMask();
  return (
    <dl className="wire-step-fields">
      {output.parts.map(({ name, excerpt }, index) => (
        <div key={`${name} ${index}`}>
          <dt>{name}</dt>
          <dd>{mask(excerpt, name)}</dd>
        </div>
      ))}
    </dl>
  );
}
