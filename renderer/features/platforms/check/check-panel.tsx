import { useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/bilingual.ts';
import { isRecord, type DataRecord } from '../../../../shared/data/data.ts';
import type { PlatformTrial } from '../../../../shared/model/own-platform.ts';
import type { TraceSummary } from '../../../../shared/model/call-record.ts';
import { pathText, type ProfileProblem } from '../../../../shared/own-platform/profile-problem.ts';
import type { Environment } from '../../../../shared/model/environment.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { WireStep } from '../../compose/wire/wire-step.tsx';
import { FindingList } from '../../trace/finding-list.tsx';
import { wordsOf } from '../fields/draft-words.tsx';
import { itemsAt, namesIn } from '../fields/named-items.tsx';
import { platformsScreen, sectionNames, type PlatformDraft, type SectionName } from '../platforms-store.ts';
import './check-panel.css';

interface CheckPanelProps {
  readonly draft: PlatformDraft;
  readonly problems: readonly ProfileProblem[];
  readonly environments: readonly Environment[];
}

/** What is wrong with the platform, and a call of it with a sample or a message that somebody sent. */
export function CheckPanel({ draft, problems, environments }: CheckPanelProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Panel
      title={t('platforms.checkTitle')}
      aside={
        <Tag tone={problems.length === 0 ? 'signed' : 'failure'} testId="platform-problem-count">
          {problems.length === 0 ? t('platforms.inOrder') : t('platforms.problemCount', { count: problems.length })}
        </Tag>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and must be reachable (WCAG 2.1.1) */}
      <div className="check-panel" role="group" aria-label={t('platforms.checkTitle')} tabIndex={0}>
        <ul className="platform-problems" aria-label={t('platforms.problems')}>
          {problems.slice(0, 50).map((problem) => (
            <li key={`${pathText(problem.path)} ${problem.text.en}`}>
              <button type="button" onClick={() => show(problem)}>
                <code>{pathText(problem.path, draft.whole)}</code> {say(problem.text)}
              </button>
            </li>
          ))}
        </ul>
        {problems.length === 0 && <Trial key={draft.id} draft={draft} environments={environments} />}
      </div>
    </Panel>
  );
}

/** Opens the form that a problem is about. */
function show({ path: [list, index] }: ProfileProblem): void {
  const section = sectionNames.find((name) => name === list) ?? 'overview';
  platformsScreen.showSection(section satisfies SectionName);
  if (typeof index === 'number') platformsScreen.chooseItem(section, index);
}

type Received = 'none' | 'request' | 'response';

/** Under its name, as everywhere else; under its id as long as it has none. */
function titleIn(whole: DataRecord, id: string): Bilingual {
  const item = itemsAt(whole, ['interfaces']).find((one) => isRecord(one) && one['id'] === id);
  const { zh, en } = wordsOf(isRecord(item) ? item['title'] : undefined);
  return { zh: zh === '' ? id : zh, en: en === '' ? id : en };
}

function Trial({ draft, environments }: Omit<CheckPanelProps, 'problems'>) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const { isRunning, failure, run } = useTask();
  const [chosen, setChosen] = useState('');
  const [received, setReceived] = useState<Received>('none');
  const [text, setText] = useState('');
  const [environment, setEnvironment] = useState('');
  const [trial, setTrial] = useState<PlatformTrial>();
  const { id, basedOn, whole } = draft;
  const interfaces = namesIn(whole, { list: 'interfaces', nameAt: 'id' });
  const known = interfaces.includes(chosen) ? chosen : (interfaces[0] ?? '');
  const own = environments.filter(({ platform, isSample }) => !isSample && (platform === id || platform === basedOn));

  const ask = () =>
    run(async () =>
      setTrial(
        await host.ownPlatforms.try.mutate({
          id,
          basedOn,
          whole,
          interface: known,
          ...(received !== 'none' && { received: { message: received, text } }),
          ...(environment !== '' && { environment }),
        }),
      ),
    );

  return (
    <div className="trial">
      <div className="trial-form">
        <Choice
          label={t('platforms.section.interfaces')}
          testId="trial-interface"
          value={known}
          options={interfaces.map((value) => ({ value, label: say(titleIn(whole, value)) }))}
          onChange={setChosen}
        />
        <Choice
          label={t('platforms.trialWhat')}
          testId="trial-what"
          value={received}
          options={[
            { value: 'none', label: t('platforms.trialSample') },
            { value: 'request', label: t('platforms.trialRequest') },
            { value: 'response', label: t('platforms.trialResponse') },
          ]}
          onChange={(value) => setReceived(value as Received)}
        />
        {own.length > 0 && (
          <Choice
            label={t('platforms.trialKeys')}
            testId="trial-environment"
            value={environment}
            options={[
              { value: '', label: t('platforms.sampleKeys') },
              ...own.map((one) => ({ value: one.id, label: say(one.title) })),
            ]}
            onChange={setEnvironment}
          />
        )}
        <Button type="primary" size="small" data-testid="trial-run" disabled={isRunning} onClick={() => void ask()}>
          {t('platforms.trialRun')}
        </Button>
      </div>
      {received !== 'none' && (
        <Input.TextArea
          className="code-input"
          aria-label={t('platforms.trialMessage')}
          data-testid="trial-message"
          placeholder={t('platforms.trialMessage')}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {failure && <FailureNotice title={t('platforms.trialFailed')} failure={failure} />}
      {trial && (
        <div aria-live="polite">
          {trial.status && (
            <p data-testid="trial-status">
              {t('platforms.trialStatus')} <code>{trial.status.code}</code> {say(trial.status.reason)}
            </p>
          )}
          <FindingList findings={trial.findings} />
          <Steps title={t('platforms.trialSent')} summary={trial.request} />
          <Steps title={t('platforms.trialReceived')} summary={trial.received} />
          <Steps title={t('platforms.trialAnswered')} summary={trial.response} />
        </div>
      )}
    </div>
  );
}

function Steps({ title, summary }: { readonly title: string; readonly summary: TraceSummary | undefined }) {
  if (!summary) return null;
  const { traceId, trace } = summary;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol className="wire-panel-steps">
        {trace.steps.map((step, index) => (
          <WireStep
            // oxlint-disable-next-line react/no-array-index-key -- a step is its place in the trace
            key={index}
            step={step}
            index={index}
            traceId={traceId}
            direction={trace.direction}
            provisional={noValues}
          />
        ))}
      </ol>
    </section>
  );
}

const noValues: readonly string[] = [];
