import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ComparedText, Comparison } from '../../../shared/model/comparison.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { usePreferences } from '../../app/preferences.ts';
import { queryKeys } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Choice } from '../../ui/choice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextDiff } from '../trace/text-diff.tsx';
import { useHistoryCall, useRecentCalls } from './use-recent-calls.ts';
import './compare-form.css';

interface CompareFormProps {
  readonly left: string;
  readonly right: string | undefined;
}

/** Two calls beside each other: what differs in words, then text by text. */
export function CompareForm({ left, right: given }: CompareFormProps) {
  const { t } = useTranslation();
  const entries = useComparable({ left, right: given });
  const [chosen, setChosen] = useState<string>();
  const titleOf = useEntryTitle();
  const one = useHistoryCall(left).data?.entry;
  const others = entries.filter(({ id }) => id !== left);
  const right = chosen ?? given ?? likeliest(others, one)?.id;
  const other = others.find(({ id }) => id === right);

  if (right === undefined) return <p className="compare-nothing">{t('history.nothingToCompare')}</p>;
  const [leftTitle, rightTitle] = [one ? titleOf(one) : left, other ? titleOf(other) : right];
  return (
    <div className="compare">
      <div className="compare-pair">
        <b title={leftTitle}>{leftTitle}</b>
        <Choice
          label={t('history.compareWith')}
          testId="compare-with"
          value={right}
          options={others.map((entry) => ({ value: entry.id, label: titleOf(entry) }))}
          onChange={setChosen}
        />
      </div>
      <Compared key={right} left={left} right={right} leftTitle={leftTitle} rightTitle={rightTitle} />
    </div>
  );
}

/** The recent calls, and what was asked for if it is older. */
function useComparable({ left, right }: CompareFormProps): readonly HistoryEntry[] {
  const recent = useRecentCalls();
  const other = useHistoryCall(right).data?.entry;
  return other && other.id !== left && !recent.some(({ id }) => id === other.id) ? [other, ...recent] : recent;
}

/** The call before it of the same interface; the list has the newest first. */
function likeliest(others: readonly HistoryEntry[], one: HistoryEntry | undefined): HistoryEntry | undefined {
  const alike = others.filter((entry) => one && entry.platform === one.platform && entry.interface === one.interface);
  return alike.find(({ startedAt }) => one && startedAt <= one.startedAt) ?? alike[0] ?? others[0];
}

function useEntryTitle(): (entry: HistoryEntry) => string {
  const { t } = useTranslation();
  const say = useBilingual();
  const language = usePreferences((state) => state.language);
  return ({ title, startedAt, status, verdict }) => {
    const time = new Date(startedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { hour12: false });
    return `${say(title)} · ${time} · ${status?.code ?? t(`result.verdict.${verdict}`)}`;
  };
}

interface ComparedProps {
  readonly left: string;
  readonly right: string;
  readonly leftTitle: string;
  readonly rightTitle: string;
}

function Compared({ left, right, ...titles }: ComparedProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const { data, error } = useQuery({
    queryKey: [...queryKeys.history, 'compare', left, right],
    queryFn: async ({ signal }): Promise<Comparison> => host.history.compare.query({ left, right }, { signal }),
    retry: false,
  });
  if (error) return <FailureNotice title={t('history.notCompared')} failure={failureFrom(error)} />;
  if (!data) return <p className="compare-nothing">{t('value.loading')}</p>;
  return (
    <>
      <ul className="compare-summary" data-testid="compare-summary">
        {data.summary.map((sentence) => (
          <li key={sentence.en}>{say(sentence)}</li>
        ))}
      </ul>
      <ComparedTexts texts={data.texts} {...titles} />
    </>
  );
}

function ComparedTexts({
  texts,
  leftTitle,
  rightTitle,
}: Omit<ComparedProps, 'left' | 'right'> & { readonly texts: readonly ComparedText[] }) {
  const { t } = useTranslation();
  const [what, setWhat] = useState(() => (texts.find(({ same }) => !same) ?? texts[0])?.what);
  const shown = texts.find((text) => text.what === what);
  return (
    <>
      <div className="compare-tabs" role="tablist" aria-label={t('history.compared')}>
        {texts.map((text) => (
          <button
            key={text.what}
            type="button"
            role="tab"
            id={`compare-tab-${text.what}`}
            aria-selected={text.what === what}
            aria-controls="compare-panel"
            data-testid={`compare-${text.what}`}
            onClick={() => setWhat(text.what)}
          >
            {t(`history.text.${text.what}`)}
            <small>{text.same ? t('history.same') : t('history.differing', { count: text.differing.length })}</small>
          </button>
        ))}
      </div>
      <div id="compare-panel" className="compare-panel" role="tabpanel" aria-labelledby={`compare-tab-${what}`}>
        {shown && <ComparedPanel text={shown} leftTitle={leftTitle} rightTitle={rightTitle} />}
      </div>
    </>
  );
}

function ComparedPanel({
  text: { what, left, right },
  leftTitle,
  rightTitle,
}: {
  readonly text: ComparedText;
  readonly leftTitle: string;
  readonly rightTitle: string;
}) {
  const { t } = useTranslation();
  if (left === null && right === null) return <p className="compare-nothing">{t('history.neitherHas')}</p>;
  return (
    <>
      {(left === null || right === null) && (
        <p className="compare-note">{t(left === null ? 'history.leftHasNot' : 'history.rightHasNot')}</p>
      )}
      <TextDiff
        left={left ?? ''}
        right={right ?? ''}
        leftTitle={leftTitle}
        rightTitle={rightTitle}
        language={what === 'stringToSign' || what === 'header' ? 'plaintext' : 'json'}
      />
    </>
  );
}
